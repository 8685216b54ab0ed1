import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconAdjustmentsHorizontal, IconCheck } from '@tabler/icons-react'
import { memo } from 'react'
import { useCall, valueOf } from '../engine/use-call.ts'
import { useFormats } from '../kit/formats.ts'
import { useBrand, useBrands } from '../kit/brands.tsx'
import { useNavigation } from '../kit/places.tsx'
import { useText } from '../kit/use-text.ts'
import { fieldOf, hasTerm, quoted, setField, toggleTerm } from './question.ts'

interface FilterMenuProps {
  readonly question: string
  readonly onChange: (question: string) => void
}

/** Conditions to choose from; each writes itself into the search box, where it can be read and changed. */
export const FilterMenu = memo(function FilterMenu(props: FilterMenuProps) {
  const { t } = useText()
  return (
    <Menu withInitialFocusPlaceholder={false} position="right-start" closeOnItemClick={false} width={240}>
      <Menu.Target>
        <Tooltip label={t('inbox.filter.title')}>
          <ActionIcon variant="subtle" color="gray" aria-label={t('inbox.filter.title')}>
            <IconAdjustmentsHorizontal size={16} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
        <Filters {...props} />
      </Menu.Dropdown>
    </Menu>
  )
})

/** Drawn, and asked for, only while the menu is open. */
function Filters({ question, onChange }: FilterMenuProps) {
  const { t } = useText()
  const { scope } = useNavigation()
  const tags = valueOf(useCall('tags.list', scope === null ? null : { brandId: scope }))?.items ?? []
  const sources = valueOf(useCall('sources.list', scope === null ? {} : { brandId: scope }))?.items ?? []
  const one = (field: string, term: string, label: string) => (
    <Term
      key={term}
      label={label}
      state={fieldOf(question, field) === term ? 'on' : 'off'}
      onClick={() => onChange(setField(question, field, fieldOf(question, field) === term ? null : term))}
    />
  )
  return (
    <>
      <Term
        label={t('inbox.filter.unanswered')}
        state={hasTerm(question, 'is:unanswered') ? 'on' : 'off'}
        onClick={() => onChange(toggleTerm(question, 'is:unanswered'))}
      />
      <Menu.Label>{t('inbox.filter.status')}</Menu.Label>
      {STATUSES.map((status) => one('status', `status:${status}`, t(`inbox.status.${status}`)))}
      <Menu.Label>{t('inbox.filter.rating')}</Menu.Label>
      {RATINGS.map(({ term, key }) => one('rating', term, t(key)))}
      <Languages one={one} />
      {sources.length > 0 && <Menu.Label>{t('inbox.filter.source')}</Menu.Label>}
      {sources.slice(0, SHOWN).map(({ title }) => one('source', `source:${quoted(title)}`, title))}
      {tags.length > 0 && <Menu.Label>{t('inbox.filter.tag')}</Menu.Label>}
      {tags.slice(0, SHOWN).map(({ tag }) => one('tag', `tag:${quoted(tag)}`, tag))}
    </>
  )
}

/** Longer lists are quicker typed than searched by eye. */
const SHOWN = 20
const STATUSES = ['new', 'open', 'pending', 'resolved'] as const
const RATINGS = [
  { term: 'rating:<=2', key: 'inbox.filter.low' },
  { term: 'rating:3', key: 'inbox.filter.middle' },
  { term: 'rating:>=4', key: 'inbox.filter.high' },
] as const

interface LanguagesProps {
  readonly one: (field: string, term: string, label: string) => React.ReactNode
}

function Languages({ one }: LanguagesProps) {
  const { t } = useText()
  const formats = useFormats()
  const { scope } = useNavigation()
  const brand = useBrand(scope)
  const brands = useBrands()
  const spoken = [
    ...new Set([...(brand ? [brand] : brands).flatMap(({ languages }) => languages), 'es', 'en', 'pt']),
  ]
  return (
    <>
      <Menu.Label>{t('inbox.filter.language')}</Menu.Label>
      {spoken.map((code) => one('lang', `lang:${code}`, formats.languageName(code)))}
    </>
  )
}

function Term(props: { readonly label: string; readonly state: 'on' | 'off'; readonly onClick: () => void }) {
  return (
    <Menu.Item
      role="menuitemcheckbox"
      aria-checked={props.state === 'on'}
      rightSection={props.state === 'on' && <IconCheck size={14} />}
      onClick={props.onClick}
    >
      <span dir="auto">{props.label}</span>
    </Menu.Item>
  )
}
