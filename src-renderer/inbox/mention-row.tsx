import { memo } from 'react'
import type { Mention } from '../../src-main/contract/mentions.ts'
import { useBrand } from '../kit/brands.tsx'
import { useFormats } from '../kit/formats.ts'
import { usePlaceName } from '../kit/place-names.ts'
import { Stars, starsOf } from '../kit/stars.tsx'
import { useNow } from '../kit/use-now.ts'
import { useText } from '../kit/use-text.ts'
import classes from './inbox.module.css'

interface MentionRowProps {
  readonly id: string
  readonly mention: Mention
  readonly top: number
  readonly index: number
  readonly of: number
  readonly density: 'comfortable' | 'compact'
  readonly state: 'read-now' | 'waiting'
  readonly marked: 'marked' | 'unmarked'
  readonly brands: 'named' | 'one'
}

/**
 * Three lines, always as high: who and when, their first words, what about and where; in a compact list the first two. Drawn
 * again only when it is another: a list that scrolls draws a hundred a second.
 */
export const MentionRow = memo(function MentionRow(props: MentionRowProps) {
  const { id, mention, top, index, of, density, state, marked, brands } = props
  const { t } = useText()
  const brand = useBrand(mention.brandId)
  const formats = useFormats(brand?.timezone ?? null)
  const now = useNow()
  const unread = mention.status === 'new'
  return (
    <div
      id={id}
      role="option"
      aria-selected={state === 'read-now' || marked === 'marked'}
      aria-setsize={of}
      aria-posinset={index + 1}
      className={classes.row}
      data-row={index}
      data-here={state === 'read-now' || undefined}
      data-unread={unread || undefined}
      data-marked={marked === 'marked' || undefined}
      style={{ transform: `translateY(${top}px)` }}
    >
      {brands === 'named' && brand && (
        <span
          className={classes.rowBrand}
          style={{ backgroundColor: brand.colour }}
          role="img"
          aria-label={brand.name}
          title={brand.name}
        />
      )}
      <div className={classes.rowHead}>
        {unread && <span className={classes.unreadDot} role="img" aria-label={t('inbox.unread')} />}
        <span className={classes.author} dir="auto">
          {authorName(mention)}
        </span>
        {mention.members > 1 && (
          <span className={classes.members} title={t('inbox.group.members', { count: mention.members })}>
            {mention.members}
          </span>
        )}
        {mention.rating && <Stars stars={starsOf(mention.rating)} />}
        <time className={classes.time} dateTime={mention.at}>
          {formats.short(mention.at, now)}
        </time>
      </div>
      <div className={classes.words} dir="auto">
        {firstWords(mention)}
      </div>
      {density === 'comfortable' && <RowFoot mention={mention} />}
    </div>
  )
})

function RowFoot({ mention }: { readonly mention: Mention }) {
  const { t } = useText()
  const placeName = usePlaceName()
  const word = stateWord(mention)
  return (
    <div className={classes.rowFoot}>
      <span className={classes.rowTags} dir="auto">
        {word && <span className={classes.stateWord}>{t(`inbox.word.${word}`)}</span>}
        {mention.tags.join(' · ')}
      </span>
      <span className={classes.place} dir="auto">
        {placeName(mention.sourceTitle)}
      </span>
    </div>
  )
}

type StateWord = 'answerWaits' | 'draft' | 'cameBack' | 'snoozed' | 'pending' | 'resolved'

/** The one thing about its state that matters most in a list. */
function stateWord(mention: Mention): StateWord | null {
  if (mention.answerWaits) return 'answerWaits'
  if (mention.hasDraft) return 'draft'
  if (mention.snoozedUntil !== null) return 'snoozed'
  if (mention.status === 'pending') return 'pending'
  if (mention.status === 'resolved') return 'resolved'
  return mention.cameBackAt === null ? null : 'cameBack'
}

export function authorName({ author }: Pick<Mention, 'author'>): string {
  return author.name || (author.handle ?? '')
}

const SHOWN_CHARACTERS = 240

function firstWords({ title, text }: Mention): string {
  const words = title === '' || text.startsWith(title) ? text : `${title} — ${text}`
  return words.slice(0, SHOWN_CHARACTERS)
}
