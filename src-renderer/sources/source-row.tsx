import { ActionIcon, Button, Loader, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import type { Brand } from '../../src-main/contract/brands.ts'
import type { Source } from '../../src-main/contract/sources.ts'
import { BrandName } from '../kit/brand-mark.tsx'
import { useBrand } from '../kit/brands.tsx'
import { askToOpen } from '../kit/confirm-link.tsx'
import { useText } from '../kit/use-text.ts'
import { useGatherStatus } from './gather-status.ts'
import { gatherNow, useGathering } from './gathering.ts'
import { RenameSource } from './rename-source.tsx'
import {
  bringEverything,
  bringWhatNames,
  copySourceAddress,
  pauseSource,
  removeSource,
  resumeSource,
} from './source-acts.ts'
import { SourceHealth } from './source-health.tsx'
import { needsYou, stateOf } from './source-state.ts'
import classes from './sources.module.css'

interface SourceRowProps {
  readonly source: Source
  /** Several brands are shown together, so each row says its own. */
  readonly namesBrand: boolean
}

/** One source: what it is, how it is, what can be done with it. */
export function SourceRow({ source, namesBrand }: SourceRowProps) {
  const { t } = useText()
  const brand = useBrand(source.brandId)
  const [renames, setRenames] = useState(false)
  const name = brand?.name ?? ''
  const facts = [
    t(`sources.kind.${source.kind}`),
    t(`sources.brings.${source.brings}`, { name }),
    t('sources.mentions', { count: source.mentions }),
  ]
  return (
    <li className={classes.row} data-broken={needsYou(source)}>
      <div className={classes.rowText}>
        {renames ? (
          <RenameSource source={source} onDone={() => setRenames(false)} />
        ) : (
          <h3 className={classes.rowTitle} dir="auto">
            {source.title}
          </h3>
        )}
        <p className={classes.facts}>
          {namesBrand && brand && <BrandName name={brand.name} colour={brand.colour} />}
          <span>{facts.join(' · ')}</span>
          <bdi className={classes.host}>{hostOf(source)}</bdi>
        </p>
        {needsYou(source) && <SourceHealth source={source} brand={brand} />}
      </div>
      <div className={classes.rowActions}>
        {!needsYou(source) && <SourceHealth source={source} brand={brand} />}
        {brand?.sample !== true && <RowButton source={source} />}
        <RowMenu source={source} brand={brand} renames={renames} onRename={() => setRenames(true)} />
      </div>
    </li>
  )
}

function hostOf({ homeUrl, url }: Source): string {
  const address = homeUrl ?? url
  return URL.canParse(address) ? new URL(address).host : address
}

function RowButton({ source }: { readonly source: Source }) {
  const { t } = useText()
  const gathering = useGathering()
  const isOffline = useGatherStatus()?.offline != null
  const state = stateOf(source)
  const runs = gathering.kind === 'running'
  const isThis = runs && (gathering.sourceIds?.includes(source.sourceId) ?? false)
  if (state === 'file' || state === 'stopped') return null
  if (state === 'paused')
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
  if (state !== 'failing') return isThis && <Loader size="xs" aria-label={t('sources.gatheringSoon')} />
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

interface RowMenuProps {
  readonly source: Source
  readonly brand: Brand | null
  readonly renames: boolean
  readonly onRename: () => void
}

function RowMenu({ source, brand, renames, onRename }: RowMenuProps) {
  const { t } = useText()
  const brandName = brand?.name ?? ''
  // Nothing is ever gathered for the sample.
  const isGathered = source.kind !== 'file' && brand?.sample !== true
  const home = source.homeUrl ?? source.url
  const isPaused = source.paused
  return (
    // While the name is being changed the focus belongs to its field, not to this menu's button.
    <Menu withInitialFocusPlaceholder={false} position="bottom-end" width={280} returnFocus={!renames}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('sources.more', { title: source.title })}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {isGathered && !isPaused && (
          <Menu.Item onClick={() => void gatherNow({ sourceIds: [source.sourceId] })}>
            {t('sources.gatherOne')}
          </Menu.Item>
        )}
        {source.kind !== 'file' && (
          <Menu.Item onClick={() => void (isPaused ? resumeSource(source) : pauseSource(source))}>
            {t(isPaused ? 'sources.resume' : 'sources.pause')}
          </Menu.Item>
        )}
        <Menu.Item onClick={onRename}>{t('sources.rename')}</Menu.Item>
        {source.brings === 'everything' ? (
          <Menu.Item onClick={() => void bringWhatNames(source, brandName)}>
            {t('sources.bringNaming', { name: brandName })}
          </Menu.Item>
        ) : (
          <Menu.Item onClick={() => void bringEverything(source)}>{t('sources.bringAll')}</Menu.Item>
        )}
        <Menu.Divider />
        {/^https?:/i.test(home) && (
          <Menu.Item onClick={() => askToOpen(home)}>{t('sources.openPlace')}</Menu.Item>
        )}
        <Menu.Item onClick={() => void copySourceAddress(source)}>{t('sources.copyUrl')}</Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => void removeSource(source)}>{t('sources.remove')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
