import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { SourceId } from '../../src-main/contract/ids.ts'
import type { Source } from '../../src-main/contract/sources.ts'
import { PagePart } from '../kit/page.tsx'
import { useText } from '../kit/use-text.ts'
import { SourceRow } from './source-row.tsx'
import { inOrderOfNeed, matching, needsYou } from './source-state.ts'
import classes from './sources.module.css'

interface SourceListsProps {
  readonly sources: readonly Source[]
  readonly namesBrand: boolean
  /** Whose details are shown. */
  readonly opened: SourceId | null
  readonly onToggle: (sourceId: SourceId) => void
}

/** More than fit on a screen are looked for by name. */
const MANY = 12

/** What needs the user on top, in a list of its own, whatever else is looked for. */
export function SourceLists({ sources, namesBrand, opened, onToggle }: SourceListsProps) {
  const { t, language } = useText()
  const [typed, setTyped] = useState('')
  const ordered = inOrderOfNeed(sources, language)
  const failing = ordered.filter(needsYou)
  const others = ordered.filter((source) => !needsYou(source))
  const shown = matching(others, typed)
  const list = (rows: readonly Source[]) => (
    <ul className={classes.list}>
      {rows.map((source) => (
        <SourceRow
          key={source.sourceId}
          source={source}
          namesBrand={namesBrand}
          details={opened === source.sourceId ? 'open' : 'folded'}
          onToggle={() => onToggle(source.sourceId)}
        />
      ))}
    </ul>
  )
  const search = others.length > MANY && (
    <TextInput
      className={classes.search}
      type="search"
      aria-label={t('sources.search')}
      placeholder={t('sources.search')}
      value={typed}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
    />
  )
  const rest = (
    <>
      {search}
      {list(shown)}
      {others.length > 0 && shown.length === 0 && <p role="status">{t('sources.searchNothing')}</p>}
    </>
  )
  if (failing.length === 0) return rest
  return (
    <>
      <PagePart title={t('sources.needYou')}>{list(failing)}</PagePart>
      {others.length > 0 && <PagePart title={t('sources.others')}>{rest}</PagePart>}
    </>
  )
}
