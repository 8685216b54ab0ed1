import type { Brand } from '../../src-main/contract/brands.ts'
import type { FoundFeed } from '../../src-main/contract/sources.ts'
import { RelativeTime } from '../kit/relative-time.tsx'
import { useText } from '../kit/use-text.ts'
import classes from './sources.module.css'

interface FoundFeedCardProps {
  readonly brand: Brand
  readonly feed: FoundFeed
}

const SHOWN_ITEMS = 4

/** What a feed is and the latest that it holds. */
export function FoundFeedCard({ brand, feed }: FoundFeedCardProps) {
  const { t } = useText()
  const facts = [
    t(`sources.kind.${feed.kind}`),
    t('addSource.holds', { count: feed.found }),
    ...(feed.found > 0 ? [t('addSource.names', { count: feed.guess.naming, name: brand.name })] : []),
  ]
  return (
    <div className={classes.card}>
      <p className={classes.cardTitle} dir="auto">
        {feed.title}
      </p>
      <p className={classes.facts}>
        <span>{facts.join(' · ')}</span>
        <bdi className={classes.host}>{feed.url}</bdi>
      </p>
      {feed.items.length > 0 && (
        <ul className={classes.items} aria-label={t('addSource.latest')}>
          {feed.items.slice(0, SHOWN_ITEMS).map((item, index) => (
            // Feeds repeat titles and leave out addresses: only the place in this fixed list tells items apart.
            <li key={index} dir="auto">
              <span className={classes.itemText}>
                {item.title || item.text.slice(0, 200) || t('addSource.untitled')}
              </span>
              <span className={classes.itemFacts}>
                {item.author !== '' && <bdi>{item.author}</bdi>}
                {item.publishedAt !== null && (
                  <RelativeTime at={item.publishedAt} timezone={brand.timezone} />
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
