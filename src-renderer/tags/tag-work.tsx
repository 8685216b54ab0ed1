import { Button } from '@mantine/core'
import type { Tag } from '../../src-main/contract/tags.ts'
import { useText } from '../kit/use-text.ts'
import { changeTags, said } from './tag-acts.ts'
import { TagLooksForm, type Looks } from './tag-looks-form.tsx'
import { TagPathForm } from './tag-path-form.tsx'
import type { TagLine } from './tag-rows.ts'
import type { TagsScreenState } from './use-tags-screen.ts'

interface TagWorkProps {
  readonly screen: TagsScreenState
  /** The tag it is done to; null for a new one. */
  readonly line: TagLine | null
  readonly tags: readonly Tag[]
}

/** What is being done with a tag, below its line. */
export function TagWork({ screen, line, tags }: TagWorkProps) {
  const { work } = screen
  const paths = tags.filter(({ retiredAt }) => retiredAt === null).map(({ tag }) => tag)
  if (line === null) return <NewTag screen={screen} paths={paths} />
  switch (work.kind) {
    case 'none':
    case 'new':
      return null
    case 'rename':
      return <RenameTag screen={screen} line={line} paths={paths} />
    case 'move':
      return <MoveTag screen={screen} line={line} paths={paths} />
    case 'merge':
      return <MergeTag screen={screen} line={line} paths={paths} />
    case 'looks':
      return <LooksOfTag screen={screen} line={line} />
  }
}

interface PartProps {
  readonly screen: TagsScreenState
  readonly line: TagLine
  readonly paths: readonly string[]
}

function NewTag({ screen, paths }: Omit<PartProps, 'line'>) {
  const { t } = useText()
  const { brandId, chosen, work, leave, end } = screen
  const parents = [...new Set(paths.map((path) => `${path}/`))]
  return (
    <TagPathForm
      label={t('tags.newLabel')}
      start={chosen !== null && chosen.path.includes('/') ? chosen.path.replace(/[^/]*$/, '') : ''}
      offers={parents}
      action={t('tags.add')}
      empty="means-nothing"
      note={work.kind !== 'none' && work.taken !== null && t('tags.isThere', { tag: work.taken })}
      onSave={(tag) =>
        void changeTags('tags.add', { brandId, tag }, () => said.added(tag)).then((outcome) =>
          end(outcome, tag),
        )
      }
      onLeave={leave}
    />
  )
}

function RenameTag({ screen, line, paths }: PartProps) {
  const { t } = useText()
  const { brandId, work, begin, leave, end } = screen
  const taken = work.kind === 'none' ? null : work.taken
  return (
    <TagPathForm
      label={t('tags.renameLabel')}
      start={line.path}
      offers={paths.filter((path) => path !== line.path).map((path) => `${path}/${line.name}`)}
      action={t('kit.action.save')}
      empty="means-nothing"
      note={
        taken !== null && (
          <>
            {t('tags.isThere', { tag: taken })}{' '}
            <Button size="compact-sm" variant="default" onClick={() => begin('merge', taken)}>
              {t('tags.mergeInstead')}
            </Button>
          </>
        )
      }
      onSave={(to) =>
        void changeTags('tags.rename', { brandId, tag: line.path, to }, () => said.moved(line.path, to)).then(
          (outcome) => end(outcome, to),
        )
      }
      onLeave={leave}
    />
  )
}

function MoveTag({ screen, line, paths }: PartProps) {
  const { t } = useText()
  const { brandId, work, leave, end } = screen
  const taken = work.kind === 'none' ? null : work.taken
  return (
    <TagPathForm
      label={t('tags.moveLabel', { tag: line.name })}
      start=""
      offers={paths.filter((path) => path !== line.path && !path.startsWith(`${line.path}/`))}
      action={t('tags.move')}
      empty="means-something"
      note={taken === null ? t('tags.moveHint') : t('tags.isThere', { tag: taken })}
      onSave={(under) => {
        const to = under === '' ? line.name : `${under}/${line.name}`
        void changeTags('tags.move', { brandId, tag: line.path, under: under === '' ? null : under }, () =>
          said.moved(line.path, to),
        ).then((outcome) => end(outcome, to))
      }}
      onLeave={leave}
    />
  )
}

function MergeTag({ screen, line, paths }: PartProps) {
  const { t } = useText()
  const { brandId, work, leave, end } = screen
  return (
    <TagPathForm
      label={t('tags.mergeLabel', { tag: line.path })}
      start={work.kind === 'none' ? '' : (work.written ?? '')}
      offers={paths.filter((path) => path !== line.path && !path.startsWith(`${line.path}/`))}
      action={t('tags.merge')}
      empty="means-nothing"
      note={t('tags.mergeHint', { count: line.count, tag: line.path })}
      onSave={(into) =>
        void changeTags('tags.merge', { brandId, tag: line.path, into }, (count) =>
          said.merged(line.path, into, count),
        ).then((outcome) => end(outcome, into))
      }
      onLeave={leave}
    />
  )
}

function LooksOfTag({ screen, line }: Omit<PartProps, 'paths'>) {
  const { brandId, work, leave, end } = screen
  const save = ({ colour, description, synonyms }: Looks) =>
    void changeTags(
      'tags.set',
      { brandId, tag: line.path, colour, description, synonyms: [...synonyms] },
      () => said.looks(line.path),
    ).then((outcome) => end(outcome, line.path))
  return (
    <TagLooksForm
      line={line}
      taken={work.kind === 'none' ? null : work.taken}
      onSave={save}
      onLeave={leave}
    />
  )
}
