import { Button, Loader } from '@mantine/core'
import type { Brand } from '../../src-main/contract/brands.ts'
import type { Failure } from '../../src-main/contract/failure.ts'
import type { Run } from '../engine/use-run.ts'
import { ErrorNote } from '../kit/error-note.tsx'
import { useText } from '../kit/use-text.ts'
import { FoundFeeds } from './found-feeds.tsx'
import { ListFound } from './list-found.tsx'
import { NoFeed } from './no-feed.tsx'
import classes from './sources.module.css'

interface FindResultProps {
  readonly brand: Brand
  /** What was looked behind. */
  readonly address: string
  readonly find: Run<'sources.find'>
  readonly onAdded: () => void
}

/** The address answered, only not with anything to follow: no error, but a reason to look elsewhere. */
const NOTHING_THERE: readonly Failure['kind'][] = [
  'no-feed',
  'no-feed-found',
  'web-page',
  'not-a-feed',
  'gone',
]

/** What was behind the address: nothing, one feed, or several to choose from. */
export function FindResult({ brand, address, find, onAdded }: FindResultProps) {
  const { t } = useText()
  switch (find.state.kind) {
    case 'idle':
      return null
    case 'running':
      return (
        <div className={classes.finding} role="status">
          <Loader size="xs" aria-hidden />
          <span>{t('addSource.finding')}</span>
          <Button size="compact-sm" variant="default" onClick={find.cancel}>
            {t('kit.action.stop')}
          </Button>
        </div>
      )
    case 'failed':
      if (find.state.failure.kind === 'list-of-feeds')
        return <ListFound brand={brand} failure={find.state.failure} />
      return NOTHING_THERE.includes(find.state.failure.kind) ? (
        <NoFeed brand={brand} address={address} failure={find.state.failure} />
      ) : (
        <div className={classes.found}>
          <ErrorNote failure={find.state.failure} />
        </div>
      )
    case 'done':
      return find.state.value.items.length === 0 ? (
        <NoFeed brand={brand} address={address} failure={null} />
      ) : (
        <FoundFeeds brand={brand} items={find.state.value.items} onAdded={onAdded} />
      )
  }
}
