import { useState } from 'react'
import type { BrandId, SourceId } from '../../src-main/contract/ids.ts'
import type { Source } from '../../src-main/contract/sources.ts'
import { useCall, valueOf } from '../engine/use-call.ts'
import { useBrand } from '../kit/brands.tsx'
import { ErrorNote } from '../kit/error-note.tsx'
import { focusPane } from '../kit/focus-pane.ts'
import { Page } from '../kit/page.tsx'
import { useCommand } from '../kit/shortcuts.tsx'
import { useText } from '../kit/use-text.ts'
import { AddSource } from './add-source.tsx'
import { ExportSources } from './export-sources.tsx'
import { GatherProgress, OfflineNote } from './gather-notes.tsx'
import { GatherStatusContext } from './gather-status.ts'
import { gatherNow } from './gathering.ts'
import { SourceLists } from './source-lists.tsx'
import { countGlances, glances } from './source-state.ts'
import { SourcesActions } from './sources-actions.tsx'
import classes from './sources.module.css'

interface SourcesScreenProps {
  /** Null is all brands. */
  readonly brandId: BrandId | null
  /** What the user came for. */
  readonly asks: 'to-add' | 'to-export' | 'nothing'
}

/** Where the brands are listened to, and how each of those places is. */
export function SourcesScreen({ brandId, asks }: SourcesScreenProps) {
  const scope = brandId === null ? {} : { brandId }
  const { t } = useText()
  const listed = useCall('sources.list', scope)
  const status = valueOf(useCall('gather.status', {}))
  const [asksTo, setAsksTo] = useState(asks)
  const [opened, setOpened] = useState<SourceId | null>(null)
  const gather = () => void gatherNow(scope)
  const sources = valueOf(listed)?.items ?? []
  const isSample = useBrand(brandId)?.sample === true
  // With nothing to listen to yet, the way to begin is open already.
  const isEmpty = listed.kind === 'ready' && sources.length === 0
  const adds = asksTo === 'to-add' || isEmpty
  const done = () => setAsksTo('nothing')
  const stay = () => setAsksTo('to-add')
  const add = () => {
    stay()
    focusPane('address')
  }
  const toExport = () => setAsksTo('to-export')
  const gathers = sources.length > 0 && !isSample
  useCommand('addSource', add)
  useCommand('exportSources', isEmpty ? null : toExport)
  useCommand('gather', gathers ? gather : null)

  return (
    <GatherStatusContext value={status}>
      <Page
        title={t('sources.title')}
        about={<Summary sources={sources} />}
        actions={
          !isEmpty && <SourcesActions onGather={gathers ? gather : null} onAdd={add} onExport={toExport} />
        }
      >
        <div className={classes.notes}>
          <OfflineNote />
          <GatherProgress />
          {isEmpty && <NoSources brandId={brandId} />}
          {adds && (
            <AddSource brandId={brandId} onClose={isEmpty ? null : done} onStart={stay} onAdded={done} />
          )}
          {asksTo === 'to-export' && !isEmpty && <ExportSources brandId={brandId} onClose={done} />}
          {listed.kind === 'failed' && <ErrorNote failure={listed.failure} again={listed.again} />}
        </div>
        <SourceLists
          sources={sources}
          namesBrand={brandId === null}
          opened={opened}
          onToggle={(id) => setOpened(opened === id ? null : id)}
        />
      </Page>
    </GatherStatusContext>
  )
}

/** How they are, at a glance: what needs the user first. */
function Summary({ sources }: { readonly sources: readonly Source[] }) {
  const { t } = useText()
  const counts = countGlances(sources)
  const said = glances.filter((glance) => counts[glance] > 0)
  return (
    <>
      {said.map((glance, index) => (
        <span key={glance}>
          {index > 0 && ' · '}
          <span className={glance === 'failing' ? classes.brokenCount : undefined}>
            {t(`sources.summary.${glance}`, { count: counts[glance] })}
          </span>
        </span>
      ))}
    </>
  )
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
