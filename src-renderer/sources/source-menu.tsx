import { ActionIcon, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import type { Brand } from '../../src-main/contract/brands.ts'
import type { Source } from '../../src-main/contract/sources.ts'
import { quoted } from '../inbox/question.ts'
import { askToOpen } from '../kit/confirm-link.tsx'
import { useNavigation } from '../kit/places.tsx'
import { useText } from '../kit/use-text.ts'
import { gatherNow } from './gathering.ts'
import {
  bringEverything,
  bringWhatNames,
  copySourceAddress,
  pauseSource,
  removeSource,
  resumeSource,
} from './source-acts.ts'

interface SourceMenuProps {
  readonly source: Source
  readonly brand: Brand | null
  readonly renames: boolean
  readonly onRename: () => void
}

/** Everything that can be done with a source, one press away from its row. */
export function SourceMenu({ source, brand, renames, onRename }: SourceMenuProps) {
  const { t } = useText()
  const seeMentions = useSeeMentions()
  const isFile = source.kind === 'file'
  const home = source.homeUrl ?? source.url
  return (
    // While the name is being changed the focus belongs to its field, not to this menu's button.
    <Menu withInitialFocusPlaceholder={false} position="bottom-end" width={280} returnFocus={!renames}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('sources.more', { title: source.title })}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => seeMentions(source)}>{t('sources.seeMentions')}</Menu.Item>
        {!isFile && <GatherItems source={source} brand={brand} />}
        <Menu.Item onClick={onRename}>{t('sources.rename')}</Menu.Item>
        {!isFile && <BringItem source={source} brandName={brand?.name ?? ''} />}
        <Menu.Divider />
        {/^https?:/i.test(home) && (
          <Menu.Item onClick={() => askToOpen(home)}>{t('sources.openPlace')}</Menu.Item>
        )}
        {!isFile && (
          <Menu.Item onClick={() => void copySourceAddress(source)}>{t('sources.copyUrl')}</Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Item onClick={() => void removeSource(source)}>{t('sources.remove')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

/** Leads to what a source has brought. */
function useSeeMentions(): (source: Pick<Source, 'title' | 'brandId'>) => void {
  const { go } = useNavigation()
  return ({ title, brandId }) =>
    go({ kind: 'inbox', view: 'everything', question: `source:${quoted(title)}` }, brandId)
}

function GatherItems({ source, brand }: Pick<SourceMenuProps, 'source' | 'brand'>) {
  const { t } = useText()
  // Nothing is ever gathered for the sample.
  const canGather = brand?.sample !== true && !source.paused
  return (
    <>
      {canGather && (
        <Menu.Item onClick={() => void gatherNow({ sourceIds: [source.sourceId] })}>
          {t('sources.gatherOne')}
        </Menu.Item>
      )}
      <Menu.Item onClick={() => void (source.paused ? resumeSource(source) : pauseSource(source))}>
        {t(source.paused ? 'sources.resume' : 'sources.pause')}
      </Menu.Item>
    </>
  )
}

function BringItem({ source, brandName }: { readonly source: Source; readonly brandName: string }) {
  const { t } = useText()
  return source.brings === 'everything' ? (
    <Menu.Item onClick={() => void bringWhatNames(source, brandName)}>
      {t('sources.bringNaming', { name: brandName })}
    </Menu.Item>
  ) : (
    <Menu.Item onClick={() => void bringEverything(source)}>{t('sources.bringAll')}</Menu.Item>
  )
}
