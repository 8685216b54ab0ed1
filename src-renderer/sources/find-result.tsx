import { Button, Loader, Radio, Stack } from '@mantine/core'
import { useState } from 'react'
import type { Brand } from '../../src-main/contract/brands.ts'
import type { Failure } from '../../src-main/contract/failure.ts'
import type { FoundFeed } from '../../src-main/contract/sources.ts'
import type { Run } from '../engine/use-run.ts'
import { ErrorNote } from '../kit/error-note.tsx'
import { useText } from '../kit/use-text.ts'
import { AddQuestions } from './add-questions.tsx'
import { FoundFeedCard } from './found-feed-card.tsx'
import classes from './sources.module.css'

interface FindResultProps {
  readonly brand: Brand
  readonly find: Run<'sources.find'>
  readonly onAdded: () => void
}

/** What was behind the address: nothing, one feed, or several to choose from. */
export function FindResult({ brand, find, onAdded }: FindResultProps) {
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
      return NOTHING_THERE.includes(find.state.failure.kind) ? (
        <NothingFound />
      ) : (
        <div className={classes.found}>
          <ErrorNote failure={find.state.failure} />
        </div>
      )
    case 'done':
      return find.state.value.items.length === 0 ? (
        <NothingFound />
      ) : (
        <ChosenFeed brand={brand} items={find.state.value.items} onAdded={onAdded} />
      )
  }
}

/** The address answered, only not with anything to follow: no error, but a reason to look elsewhere. */
const NOTHING_THERE: readonly Failure['kind'][] = ['no-feed-found', 'web-page', 'not-a-feed', 'gone']

function NothingFound() {
  const { t } = useText()
  return (
    <div className={classes.found}>
      <p role="status">{t('addSource.nothing')}</p>
      <h3>{t('addSource.tips.title')}</h3>
      <ul className={classes.tips}>
        <li>{t('addSource.tips.front')}</li>
        <li>{t('addSource.tips.rss')}</li>
        <li>{t('addSource.tips.search')}</li>
        <li>{t('addSource.tips.browser')}</li>
      </ul>
    </div>
  )
}

interface ChosenFeedProps {
  readonly brand: Brand
  readonly items: readonly FoundFeed[]
  readonly onAdded: () => void
}

function ChosenFeed({ brand, items, onAdded }: ChosenFeedProps) {
  const { t } = useText()
  const [url, setUrl] = useState(items[0]?.url ?? '')
  const feed = items.find((item) => item.url === url)
  return (
    <div className={classes.found}>
      <div role="status">
        <h3>{t('addSource.found', { count: items.length })}</h3>
      </div>
      {items.length > 1 && (
        <Radio.Group value={url} onChange={setUrl} aria-label={t('addSource.found', { count: items.length })}>
          <Stack gap="xs" mb="md">
            {items.map((item) => (
              <Radio
                key={item.url}
                value={item.url}
                label={<span dir="auto">{item.title}</span>}
                description={`${t(`sources.kind.${item.kind}`)} · ${t('addSource.holds', { count: item.found })} · ${item.url}`}
              />
            ))}
          </Stack>
        </Radio.Group>
      )}
      {feed && (
        <>
          <FoundFeedCard brand={brand} feed={feed} />
          <AddQuestions key={feed.url} brand={brand} feed={feed} onAdded={onAdded} />
        </>
      )}
    </div>
  )
}
