import { ActionIcon, CloseButton, TextInput, Tooltip } from '@mantine/core'
import { IconSearch, IconSortAscending, IconSortDescending } from '@tabler/icons-react'
import type { ViewName } from '../../src-main/contract/views.ts'
import { useCall, valueOf } from '../engine/use-call.ts'
import { useFormats } from '../kit/formats.ts'
import { Keys } from '../kit/key-names.tsx'
import { useNavigation } from '../kit/places.tsx'
import { useText } from '../kit/use-text.ts'
import { useBrand } from '../kit/brands.tsx'
import { FilterMenu } from './filter-menu.tsx'
import classes from './inbox.module.css'
import { focusPane } from '../kit/focus-pane.ts'
import { LookMenu } from './look-menu.tsx'
import { hasWords } from './question.ts'
import type { Inbox } from './use-inbox.ts'

/** What the list shows, in which order, and the box that asks for less. */
export function ListHead({ inbox, view }: { readonly inbox: Inbox; readonly view: ViewName }) {
  const { t } = useText()
  const formats = useFormats()
  const { scope, go } = useNavigation()
  const { typed, setTyped, order, setOrder, selection } = inbox
  const views = valueOf(useCall('views.list', scope === null ? {} : { brandId: scope }, 'keep'))
  const count = views?.items.find(({ name }) => name === view)?.count ?? 0
  const other = order === 'newest' ? 'oldest' : 'newest'
  return (
    <header className={classes.listHead}>
      <div className={classes.listTitle}>
        <h1>{t(`inbox.view.${view}`)}</h1>
        {count > 0 && <span className={classes.listCount}>{formats.number(count)}</span>}
        <Tooltip label={t(`inbox.order.${other}`)}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t(`inbox.order.${other}`)}
            onClick={() => setOrder(other)}
          >
            {order === 'newest' ? <IconSortDescending size={16} /> : <IconSortAscending size={16} />}
          </ActionIcon>
        </Tooltip>
        <LookMenu inbox={inbox} />
        <FilterMenu question={typed} onChange={setTyped} />
      </div>
      <SearchBox typed={typed} setTyped={setTyped} />
      {view !== 'everything' && hasWords(typed) && (
        <p className={classes.listNote}>
          {t('inbox.searchingIn', { view: t(`inbox.view.${view}`) })}{' '}
          <button
            type="button"
            className={classes.link}
            onClick={() => go({ kind: 'inbox', view: 'everything', question: typed })}
          >
            {t('inbox.searchEverything')}
          </button>
        </p>
      )}
      {selection.marked.size > 0 && (
        <p className={classes.listNote} role="status">
          <MarkedWords inbox={inbox} />{' '}
          <button type="button" className={classes.link} onClick={selection.unmark}>
            {t('inbox.unmark')}
          </button>
        </p>
      )}
    </header>
  )
}

/** How many are marked; of everything a view holds, also whose. */
function MarkedWords({ inbox }: { readonly inbox: Inbox }) {
  const { t } = useText()
  const formats = useFormats()
  const { scope } = useNavigation()
  const brand = useBrand(scope)
  const { selection, count } = inbox
  if (!selection.everything) return t('inbox.marked', { count: selection.marked.size })
  const held = { count: count ?? 2, number: count === null ? '…' : formats.number(count) }
  return brand
    ? t('inbox.everythingMarked.brand', { ...held, brand: brand.name })
    : t('inbox.everythingMarked.all', held)
}

function SearchBox({ typed, setTyped }: Pick<Inbox, 'typed' | 'setTyped'>) {
  const { t } = useText()
  return (
    <TextInput
      type="search"
      data-focus="search"
      size="sm"
      aria-label={t('kit.command.search')}
      placeholder={t('inbox.searchPlaceholder')}
      value={typed}
      leftSection={<IconSearch size={15} />}
      rightSectionWidth={34}
      rightSection={
        typed === '' ? (
          <Keys keys="/" />
        ) : (
          <CloseButton size="sm" aria-label={t('inbox.clearSearch')} onClick={() => setTyped('')} />
        )
      }
      onChange={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && typed !== '') setTyped('')
        else if (event.key === 'Enter' || event.key === 'ArrowDown' || event.key === 'Escape')
          focusPane('list')
        else return
        event.preventDefault()
      }}
    />
  )
}
