import { memo, useContext, useMemo } from 'react'
import type { Mention } from '../../src-main/contract/mentions.ts'
import { useBrand } from '../kit/brands.tsx'
import { useFormats } from '../kit/formats.ts'
import { usePlaceName } from '../kit/place-names.ts'
import { Stars, starsOf } from '../kit/stars.tsx'
import { useNow } from '../kit/use-now.ts'
import { useText } from '../kit/use-text.ts'
import { aroundHit, Marked, MarksContext } from '../search/marked.tsx'
import { careWords } from './care-words.ts'
import { FeelingWord } from './feeling-word.tsx'
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
  const marks = useContext(MarksContext)
  const words = useMemo(() => aroundHit(firstWords(mention), marks, SHOWN_CHARACTERS), [mention, marks])
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
          <Marked text={authorName(mention)} />
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
        <Marked text={words} />
      </div>
      {density === 'comfortable' && <RowFoot mention={mention} />}
    </div>
  )
})

function RowFoot({ mention }: { readonly mention: Mention }) {
  const { t } = useText()
  const placeName = usePlaceName()
  const now = useNow()
  const formats = useFormats()
  const word = stateWord(mention, now)
  if (mention.care)
    return (
      <div className={classes.rowFoot}>
        <span className={classes.rowTags}>{careWords(t, formats, mention.care, now)}</span>
      </div>
    )
  return (
    <div className={classes.rowFoot}>
      <span className={classes.rowTags} dir="auto">
        {isFelt(mention) && (
          <span className={classes.rowFeeling}>
            <FeelingWord feeling={mention.feeling} />
          </span>
        )}
        {word && <span className={classes.stateWord}>{t(`inbox.word.${word}`)}</span>}
        {mention.tags.join(' · ')}
      </span>
      <span className={classes.place} dir="auto">
        {placeName(mention.sourceTitle)}
      </span>
    </div>
  )
}

/** What says nothing is not said in every row. */
function isFelt({ feeling }: Mention): boolean {
  return feeling === 'negative' || feeling === 'positive'
}

type StateWord = 'answerWaits' | 'draft' | 'cameBack' | 'snoozed' | 'askedFor' | 'pending' | 'resolved'

/** The one thing about its state that matters most in a list. */
function stateWord(mention: Mention, now: number): StateWord | null {
  if (mention.answerWaits) return 'answerWaits'
  if (mention.hasDraft) return 'draft'
  if (mention.snoozedUntil !== null && isAhead(mention.snoozedUntil, now)) return 'snoozed'
  if (mention.status === 'pending') return 'pending'
  if (mention.status === 'resolved') return 'resolved'
  if (mention.cameBackAt !== null) return 'cameBack'
  return mention.snoozedUntil === null ? null : 'askedFor'
}

const isAhead = (instant: string, now: number) => new Date(instant).getTime() > now

export function authorName({ author }: Pick<Mention, 'author'>): string {
  return author.name || (author.handle ?? '')
}

const SHOWN_CHARACTERS = 240
/** How far a line looks for what was searched. */
const LOOKED_AT_CHARACTERS = 4000

function firstWords({ title, text }: Mention): string {
  const words = title === '' || text.startsWith(title) ? text : `${title} — ${text}`
  return words.slice(0, LOOKED_AT_CHARACTERS)
}
