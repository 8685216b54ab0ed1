import { CloseButton } from '@mantine/core'
import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import type { QuestionMistake } from '../../src-main/contract/questions.ts'
import type { ViewName } from '../../src-main/contract/views.ts'
import { useFormats } from '../kit/formats.ts'
import { CommandKeys } from '../kit/key-names.tsx'
import { useNavigation } from '../kit/places.tsx'
import { useText } from '../kit/use-text.ts'
import { useBrand } from '../kit/brands.tsx'
import { useSavedView, useViews } from '../kit/views.tsx'
import { ChipRow } from '../search/chip-row.tsx'
import { MistakeLine } from '../search/mistake-line.tsx'
import { SaveView } from '../search/save-view.tsx'
import { SearchBox } from '../search/search-box.tsx'
import { selectRange } from '../search/select-range.ts'
import { FilterMenu } from './filter-menu.tsx'
import classes from './inbox.module.css'
import { LookMenu } from './look-menu.tsx'
import { OrderMenu } from './order-menu.tsx'
import { hasWords } from './question.ts'
import type { Inbox } from './use-inbox.ts'

/** What the list shows, in which order, and the box that asks for less. */
export function ListHead({ inbox, view }: { readonly inbox: Inbox; readonly view: ViewName }) {
  const { t } = useText()
  const { go } = useNavigation()
  const { typed, setTyped, explained, list, order, setOrder, selection } = inbox
  return (
    <header className={classes.listHead}>
      <div className={classes.listTitle}>
        <Title view={view} />
        <OrderMenu order={order} onChange={setOrder} words={explained.marks.length > 0 ? 'some' : 'none'} />
        <LookMenu
          density={inbox.density}
          setDensity={inbox.setDensity}
          group={inbox.group}
          setGroup={inbox.setGroup}
        />
        <FilterMenu question={typed} onChange={setTyped} />
      </div>
      <Search inbox={inbox} />
      {order === 'best' && list.order !== 'best' && list.kind === 'ready' && (
        <p className={classes.listNote}>{t('search.tooManyForBest')}</p>
      )}
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
      {order === 'care' && <p className={classes.listNote}>{t('inbox.order.care')}</p>}
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

/** The view's name and how many it holds; a saved view's own. */
function Title({ view }: { readonly view: ViewName }) {
  const { t } = useText()
  const formats = useFormats()
  const { place } = useNavigation()
  const saved = useSavedView(place.kind === 'inbox' ? place.saved : undefined)
  const ready = useViews()?.items.find(({ name }) => name === view)
  const count = saved ? (saved.count ?? 0) : (ready?.count ?? 0)
  const name = saved?.name ?? t(`inbox.view.${view}`)
  return (
    <>
      <h1 dir="auto" title={name}>
        {name}
      </h1>
      {count > 0 && (
        <span className={classes.listCount}>
          {formats.number(count)}
          {saved?.more === true && '+'}
        </span>
      )}
    </>
  )
}

const SEARCH_KEYS = <CommandKeys id="search" />

/** The box, what it says in plain words, and what is not understood in it. */
function Search({ inbox }: { readonly inbox: Inbox }) {
  const { t } = useText()
  const { place } = useNavigation()
  const saved = useSavedView(place.kind === 'inbox' ? place.saved : undefined)
  const { typed, setTyped, explained, where } = inbox
  // While one types on, what was explained before is about other places of the text.
  const chips = explained.text === typed ? explained.chips : []
  const mistake = useLasting(typed, explained.text === typed ? explained.error : null)
  const replace = ({ start, end }: QuestionMistake, instead: string) => {
    flushSync(() => setTyped(typed.slice(0, start) + instead + typed.slice(end)))
    selectRange(start + instead.length, start + instead.length)
  }
  return (
    <>
      <SearchBox
        typed={typed}
        onType={setTyped}
        mistake={mistake}
        ends={
          typed === '' ? (
            SEARCH_KEYS
          ) : (
            <>
              <SaveView where={where} saved={saved} />
              <CloseButton size="sm" aria-label={t('inbox.clearSearch')} onClick={() => setTyped('')} />
            </>
          )
        }
      />
      <ChipRow text={typed} chips={chips} onChange={setTyped} onFind={selectRange} />
      {mistake && (
        <MistakeLine
          mistake={mistake}
          onReplace={(instead) => replace(mistake, instead)}
          onFind={() => selectRange(mistake.start, mistake.end)}
        />
      )}
    </>
  )
}

/** How long a mistake stands before it is told: a word that is being typed is no mistake yet. */
const TELL_AFTER_MS = 700

function useLasting(typed: string, mistake: QuestionMistake | null): QuestionMistake | null {
  const [told, setTold] = useState('')
  useEffect(() => {
    const waits = setTimeout(() => setTold(typed), TELL_AFTER_MS)
    return () => clearTimeout(waits)
  }, [typed])
  return told === typed ? mistake : null
}
