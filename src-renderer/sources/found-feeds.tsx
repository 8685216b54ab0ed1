import { Button, Checkbox, Stack } from '@mantine/core'
import { useState } from 'react'
import type { Brand } from '../../src-main/contract/brands.ts'
import type { FoundFeed } from '../../src-main/contract/sources.ts'
import { useText } from '../kit/use-text.ts'
import { AddQuestions } from './add-questions.tsx'
import { FoundFeedCard } from './found-feed-card.tsx'
import { useFeedName } from './feed-name.ts'
import classes from './sources.module.css'

interface FoundFeedsProps {
  readonly brand: Brand
  readonly items: readonly FoundFeed[]
  readonly onAdded: () => void
}

/** One feed, or several of which any may be wanted. */
export function FoundFeeds({ brand, items, onAdded }: FoundFeedsProps) {
  const { t } = useText()
  const [wanted, setWanted] = useState<readonly string[]>(items.slice(0, 1).map(({ url }) => url))
  const chosen = items.filter(({ url }) => wanted.includes(url))
  const [only] = chosen
  return (
    <div className={classes.found}>
      <div role="status">
        <h3>{t('addSource.found', { count: items.length })}</h3>
      </div>
      {items.length > 1 && <Choice items={items} wanted={wanted} onChange={setWanted} />}
      {only && chosen.length === 1 && <FoundFeedCard brand={brand} feed={only} />}
      {chosen.length > 0 && (
        <AddQuestions key={wanted.join(' ')} brand={brand} feeds={chosen} onAdded={onAdded} />
      )}
    </div>
  )
}

interface ChoiceProps {
  readonly items: readonly FoundFeed[]
  readonly wanted: readonly string[]
  readonly onChange: (wanted: readonly string[]) => void
}

function Choice({ items, wanted, onChange }: ChoiceProps) {
  const { t } = useText()
  const feedName = useFeedName()
  const all = wanted.length === items.length
  return (
    <>
      <Checkbox.Group
        value={[...wanted]}
        onChange={onChange}
        aria-label={t('addSource.found', { count: items.length })}
      >
        <Stack gap="xs" mb="sm">
          {items.map((item) => (
            <Checkbox
              key={item.url}
              value={item.url}
              label={<span dir="auto">{feedName(item)}</span>}
              description={`${t('addSource.holds', { count: item.found })} · ${item.url}`}
            />
          ))}
        </Stack>
      </Checkbox.Group>
      <Button
        size="compact-sm"
        variant="subtle"
        mb="md"
        onClick={() => onChange(all ? [] : items.map(({ url }) => url))}
      >
        {t(all ? 'addSource.chooseNone' : 'addSource.chooseAll')}
      </Button>
    </>
  )
}
