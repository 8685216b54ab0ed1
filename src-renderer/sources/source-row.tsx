import { Button, Loader } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useId, useState } from 'react'
import type { Brand } from '../../src-main/contract/brands.ts'
import type { Source } from '../../src-main/contract/sources.ts'
import { BrandName } from '../kit/brand-mark.tsx'
import { useBrand } from '../kit/brands.tsx'
import { usePlaceName } from '../kit/place-names.ts'
import { useText } from '../kit/use-text.ts'
import { useGatherStatus } from './gather-status.ts'
import { gatherNow, useGathering } from './gathering.ts'
import { RenameSource } from './rename-source.tsx'
import { resumeSource } from './source-acts.ts'
import { SourceDetails } from './source-details.tsx'
import { HealthNote, HealthWord } from './source-health.tsx'
import { SourceMenu } from './source-menu.tsx'
import { hostOf, needsYou } from './source-state.ts'
import classes from './sources.module.css'
import { useSourceWords } from './use-source-words.ts'

interface SourceRowProps {
  readonly source: Source
  /** Several brands are shown together, so each row says its own. */
  readonly namesBrand: boolean
  readonly details: 'open' | 'folded'
  readonly onToggle: () => void
}

/** One source: what it is, how it is, what can be done with it. */
export function SourceRow({ source, namesBrand, details, onToggle }: SourceRowProps) {
  const brand = useBrand(source.brandId)
  const placeName = usePlaceName()
  const [renames, setRenames] = useState(false)
  const detailsId = useId()
  const isOpen = details === 'open'
  return (
    <li className={classes.row} data-broken={needsYou(source)} data-source={source.sourceId}>
      <div className={classes.rowText}>
        {renames ? (
          <RenameSource source={source} onDone={() => setRenames(false)} />
        ) : (
          <h3 className={classes.rowTitle}>
            <button
              type="button"
              className={classes.rowButton}
              aria-expanded={isOpen}
              aria-controls={isOpen ? detailsId : undefined}
              onClick={onToggle}
            >
              <span dir="auto">{placeName(source.title)}</span>
              {isOpen ? (
                <IconChevronDown size={14} aria-hidden />
              ) : (
                <IconChevronRight size={14} aria-hidden />
              )}
            </button>
          </h3>
        )}
        <Facts source={source} brand={brand} namesBrand={namesBrand} />
        <HealthNote source={source} brand={brand} />
      </div>
      <div className={classes.rowActions}>
        <HealthWord source={source} brand={brand} />
        {brand?.sample !== true && <RowButton source={source} />}
        <SourceMenu source={source} brand={brand} renames={renames} onRename={() => setRenames(true)} />
      </div>
      {isOpen && <SourceDetails id={detailsId} source={source} brand={brand} />}
    </li>
  )
}

interface FactsProps {
  readonly source: Source
  readonly brand: Brand | null
  readonly namesBrand: boolean
}

function Facts({ source, brand, namesBrand }: FactsProps) {
  const { t } = useText()
  const { asked, next } = useSourceWords(brand)
  const name = brand?.name ?? ''
  const what = [
    source.format === 'by-hand' ? t('byHand.kind') : t(`sources.kind.${source.kind}`),
    ...(source.kind === 'file' ? [] : [t(`sources.brings.${source.brings}`, { name })]),
    t('sources.mentions', { count: source.mentions }),
  ]
  // Nothing is ever asked for the sample.
  const isAsked =
    brand?.sample === false &&
    source.state !== 'file' &&
    source.state !== 'paused' &&
    source.state !== 'stopped'
  const when = [
    ...(isAsked ? [asked(source)] : []),
    ...(isAsked && source.state === 'fine' ? [next(source).replace(/\.$/, '')] : []),
    ...(source.viaProxy ? [t('sources.proxy')] : []),
    ...source.tags.map((tag) => `#${tag}`),
  ]
  return (
    <>
      <p className={classes.facts}>
        {namesBrand && brand && <BrandName name={brand.name} colour={brand.colour} />}
        <span>{what.join(' · ')}</span>
        {source.kind !== 'file' && <bdi className={classes.host}>{hostOf(source)}</bdi>}
      </p>
      {when.length > 0 && (
        <p className={classes.facts}>
          <span className={classes.sentence}>{when.join(' · ')}</span>
        </p>
      )}
    </>
  )
}

function RowButton({ source }: { readonly source: Source }) {
  const { t } = useText()
  const gathering = useGathering()
  const isOffline = useGatherStatus()?.offline != null
  const runs = gathering.kind === 'running'
  const isThis = runs && (gathering.sourceIds?.includes(source.sourceId) ?? false)
  switch (source.state) {
    case 'file':
    case 'stopped':
      return null
    case 'paused':
      return (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={`${t('sources.resume')}: ${source.title}`}
          onClick={() => void resumeSource(source)}
        >
          {t('sources.resume')}
        </Button>
      )
    case 'fine':
    case 'never-tried':
    case 'waiting':
      return isThis && <Loader size="xs" aria-label={t('sources.gatheringSoon')} />
    case 'failing':
    case 'silent':
      return (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={`${t('sources.tryNow')}: ${source.title}`}
          loading={isThis}
          disabled={isOffline || (runs && !isThis)}
          onClick={() => void gatherNow({ sourceIds: [source.sourceId] })}
        >
          {t('sources.tryNow')}
        </Button>
      )
  }
}
