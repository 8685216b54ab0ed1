import { Button } from '@mantine/core'
import type { BrandId } from '../../src-main/contract/ids.ts'
import type { Tag } from '../../src-main/contract/tags.ts'
import { useCall } from '../engine/use-call.ts'
import { EmptyState } from '../kit/empty-state.tsx'
import { ErrorNote } from '../kit/error-note.tsx'
import { CommandKeys } from '../kit/key-names.tsx'
import { OneBrand } from '../kit/one-brand.tsx'
import { Page, PagePart } from '../kit/page.tsx'
import { runCommand } from '../kit/shortcuts.tsx'
import { useText } from '../kit/use-text.ts'
import { TagLineItem } from './tag-line.tsx'
import { linesOf } from './tag-rows.ts'
import { TagWork } from './tag-work.tsx'
import { TagsBar } from './tags-bar.tsx'
import classes from './tags.module.css'
import { useTagsScreen, type TagsScreenState } from './use-tags-screen.ts'

/** A brand's tags as a tree: what there is, what each means, and how many mentions carry it. */
export function TagsScreen({ brandId }: { readonly brandId: BrandId | null }) {
  const { t } = useText()
  if (brandId === null) return <OneBrand title={t('frame.place.tags')} />
  return <BrandTags brandId={brandId} />
}

function BrandTags({ brandId }: { readonly brandId: BrandId }) {
  const { t } = useText()
  const tags = useCall('tags.list', { brandId })
  if (tags.kind === 'loading') return null
  if (tags.kind === 'failed')
    return (
      <Page title={t('frame.place.tags')}>
        <ErrorNote failure={tags.failure} again={tags.again} />
      </Page>
    )
  return <Tree brandId={brandId} tags={tags.value.items} />
}

function Tree({ brandId, tags }: { readonly brandId: BrandId; readonly tags: readonly Tag[] }) {
  const { t } = useText()
  const used = tags.filter(({ retiredAt }) => retiredAt === null)
  const retired = tags.filter(({ retiredAt }) => retiredAt !== null)
  const screen = useTagsScreen(brandId, linesOf(used))
  return (
    <Page
      title={t('frame.place.tags')}
      about={t('tags.about')}
      actions={
        <Button onClick={() => runCommand('newTag')} rightSection={<CommandKeys id="newTag" />}>
          {t('kit.command.newTag')}
        </Button>
      }
    >
      {screen.work.kind === 'new' && <TagWork screen={screen} line={null} tags={tags} />}
      {used.length === 0 && screen.work.kind !== 'new' && (
        <EmptyState
          sentence={t('tags.none')}
          next={{ label: t('kit.command.newTag'), command: 'newTag', run: () => runCommand('newTag') }}
        />
      )}
      {used.length > 0 && <TagsBar screen={screen} />}
      <Lines screen={screen} tags={tags} />
      {retired.length > 0 && <Retired brandId={brandId} tags={retired} screen={screen} />}
    </Page>
  )
}

function Lines({ screen, tags }: { readonly screen: TagsScreenState; readonly tags: readonly Tag[] }) {
  return (
    <ul className={classes.lines}>
      {screen.lines.map((line) => {
        const chosen = line.path === screen.chosen?.path
        return (
          <TagLineItem
            key={line.path}
            line={line}
            chosen={chosen ? 'chosen' : 'other'}
            onChoose={() => screen.choose(line.path)}
          >
            {chosen && screen.work.kind !== 'none' && screen.work.kind !== 'new' && (
              <TagWork screen={screen} line={line} tags={tags} />
            )}
          </TagLineItem>
        )
      })}
    </ul>
  )
}

interface RetiredProps {
  readonly brandId: BrandId
  readonly tags: readonly Tag[]
  readonly screen: TagsScreenState
}

function Retired({ tags, screen }: RetiredProps) {
  const { t } = useText()
  return (
    <PagePart title={t('tags.retired')}>
      <ul className={classes.lines}>
        {tags.map(({ tag, count }) => (
          <li key={tag} className={classes.retired}>
            <span dir="auto">{tag}</span>
            <span className={classes.count}>{count}</span>
            <Button size="compact-sm" variant="subtle" onClick={() => screen.restore(tag)}>
              {t('tags.restore')}
            </Button>
          </li>
        ))}
      </ul>
    </PagePart>
  )
}
