import { Button } from '@mantine/core'
import { useState } from 'react'
import type { BrandId } from '../../src-main/contract/ids.ts'
import type { Source } from '../../src-main/contract/sources.ts'
import { useCall, valueOf } from '../engine/use-call.ts'
import { useBrand } from '../kit/brands.tsx'
import { ErrorNote } from '../kit/error-note.tsx'
import { focusPane } from '../kit/focus-pane.ts'
import { CommandTip } from '../kit/key-names.tsx'
import { Page, PagePart } from '../kit/page.tsx'
import { useCommand } from '../kit/shortcuts.tsx'
import { useText } from '../kit/use-text.ts'
import { AddSource } from './add-source.tsx'
import { GatherProgress, OfflineNote } from './gather-notes.tsx'
import { GatherStatusContext } from './gather-status.ts'
import { gatherNow, useGathering } from './gathering.ts'
import { SourceRow } from './source-row.tsx'
import { countStates, inOrderOfNeed, needsYou } from './source-state.ts'
import classes from './sources.module.css'

interface SourcesScreenProps {
  /** Null is all brands. */
  readonly brandId: BrandId | null
  /** What the user came for. */
  readonly asks: 'to-add' | 'nothing'
}

/** Where the brands are listened to, and how each of those places is. */
export function SourcesScreen({ brandId, asks }: SourcesScreenProps) {
  const { t } = useText()
  const scope = brandId === null ? {} : { brandId }
  const listed = useCall('sources.list', scope)
  const status = valueOf(useCall('gather.status', {}))
  const [asksToAdd, setAsksToAdd] = useState(asks === 'to-add')
  const gather = () => void gatherNow(scope)
  const sources = valueOf(listed)?.items ?? []
  const isSample = useBrand(brandId)?.sample === true
  // With nothing to listen to yet, the way to begin is open already.
  const isEmpty = listed.kind === 'ready' && sources.length === 0
  const adds = asksToAdd || isEmpty
  const add = () => {
    setAsksToAdd(true)
    focusPane('address')
  }
  useCommand('addSource', add)
  useCommand('gather', sources.length > 0 && !isSample ? gather : null)

  return (
    <GatherStatusContext value={status}>
      <Page
        title={t('sources.title')}
        about={<Summary sources={sources} />}
        actions={
          sources.length > 0 && (
            <Actions onGather={isSample ? null : gather} onAdd={add} isOffline={status?.offline != null} />
          )
        }
      >
        <div className={classes.notes}>
          <OfflineNote />
          <GatherProgress />
          {isEmpty && <NoSources brandId={brandId} />}
          {adds && (
            <AddSource
              brandId={brandId}
              onClose={isEmpty ? null : () => setAsksToAdd(false)}
              onStart={() => setAsksToAdd(true)}
              onAdded={() => setAsksToAdd(false)}
            />
          )}
          {listed.kind === 'failed' && <ErrorNote failure={listed.failure} again={listed.again} />}
        </div>
        <SourceLists sources={sources} namesBrand={brandId === null} />
      </Page>
    </GatherStatusContext>
  )
}

interface ActionsProps {
  /** Null for the sample, which is never gathered. */
  readonly onGather: (() => void) | null
  readonly onAdd: () => void
  readonly isOffline: boolean
}

function Actions({ onGather, onAdd, isOffline }: ActionsProps) {
  const { t } = useText()
  const gathers = useGathering().kind === 'running'
  return (
    <>
      {onGather && (
        <CommandTip id="gather">
          <Button variant="default" onClick={onGather} disabled={gathers || isOffline}>
            {t('sources.gather')}
          </Button>
        </CommandTip>
      )}
      <CommandTip id="addSource">
        <Button onClick={onAdd}>{t('sources.add')}</Button>
      </CommandTip>
    </>
  )
}

function Summary({ sources }: { readonly sources: readonly Source[] }) {
  const { t } = useText()
  const { fine, failing, paused } = countStates(sources)
  const parts = [
    failing > 0 ? t('sources.summary.failing', { count: failing }) : null,
    fine > 0 ? t('sources.summary.fine', { count: fine }) : null,
    paused > 0 ? t('sources.summary.paused', { count: paused }) : null,
  ]
  return parts.filter((part) => part !== null).join(' · ')
}

function NoSources({ brandId }: Pick<SourcesScreenProps, 'brandId'>) {
  const { t } = useText()
  const brand = useBrand(brandId)
  return (
    <p className={classes.begin}>
      {brand ? t('sources.emptyBrand', { name: brand.name }) : t('sources.empty')}
    </p>
  )
}

interface SourceListsProps {
  readonly sources: readonly Source[]
  readonly namesBrand: boolean
}

/** What needs the user on top, in a list of its own. */
function SourceLists({ sources, namesBrand }: SourceListsProps) {
  const { t, language } = useText()
  const ordered = inOrderOfNeed(sources, language)
  const failing = ordered.filter(needsYou)
  const others = ordered.filter((source) => !needsYou(source))
  const list = (shown: readonly Source[]) => (
    <ul className={classes.list}>
      {shown.map((source) => (
        <SourceRow key={source.sourceId} source={source} namesBrand={namesBrand} />
      ))}
    </ul>
  )
  if (failing.length === 0) return others.length > 0 && list(others)
  return (
    <>
      <PagePart title={t('sources.needYou')}>{list(failing)}</PagePart>
      {others.length > 0 && <PagePart title={t('sources.others')}>{list(others)}</PagePart>}
    </>
  )
}
