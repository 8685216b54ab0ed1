import { CloseButton } from '@mantine/core'
import type { Mention, MentionWhole } from '../../src-main/contract/mentions.ts'
import { BrandName } from '../kit/brand-mark.tsx'
import { useBrand } from '../kit/brands.tsx'
import { useFormats } from '../kit/formats.ts'
import { usePlaceName } from '../kit/place-names.ts'
import { useNavigation } from '../kit/places.tsx'
import { RelativeTime } from '../kit/relative-time.tsx'
import { Stars, starsOf } from '../kit/stars.tsx'
import { useNow } from '../kit/use-now.ts'
import { useText } from '../kit/use-text.ts'
import { Marked } from '../search/marked.tsx'
import type { CareReason } from '../../src-main/contract/care.ts'
import { careWords } from './care-words.ts'
import feelingClasses from './feeling.module.css'
import { WhyFeeling } from './why-feeling.tsx'
import { ByRulesLine } from './by-rules.tsx'
import { AlsoSeenLine } from './also-seen.tsx'
import classes from './inbox.module.css'
import { DetailWords } from './detail-words.tsx'
import { authorName } from './mention-row.tsx'
import { SuggestedTags } from './suggested-tags.tsx'
import { TagName } from './tag-name.tsx'

interface MentionHeadProps {
  readonly mention: Mention
  /** Null until the engine answered. */
  readonly whole: MentionWhole | null
  readonly timezone: string | null
  readonly why: 'open' | 'closed'
  readonly onWhy: (why: 'open' | 'closed') => void
  readonly onUntag: (tag: string) => void
}

/** Who says it, where and when, and how it stands with us. */
export function MentionHead({ mention, whole, timezone, why, onWhy, onUntag }: MentionHeadProps) {
  const { t } = useText()
  const formats = useFormats(timezone)
  const { scope } = useNavigation()
  const placeName = usePlaceName()
  const brand = useBrand(mention.brandId)
  return (
    <header className={classes.head}>
      <div className={classes.headWho}>
        <span className={classes.headAuthor} dir="auto">
          <Marked text={authorName(mention)} />
        </span>
        {mention.rating && <Stars stars={starsOf(mention.rating)} />}
        {scope === null && brand && (
          <span className={classes.headBrand}>
            <BrandName name={brand.name} colour={brand.colour} />
          </span>
        )}
      </div>
      <p className={classes.headWhere}>
        <span dir="auto">{placeName(mention.sourceTitle)}</span>
        <RelativeTime at={mention.at} timezone={timezone} />
        {mention.language !== null && <span>{formats.languageName(mention.language)}</span>}
        {!mention.ourVoice && (
          <WhyFeeling
            mention={mention}
            opened={why === 'open'}
            onChange={(opened) => onWhy(opened ? 'open' : 'closed')}
          />
        )}
        {mention.ourVoice && <span>{t('inbox.ourVoice')}</span>}
        <StatusWords mention={mention} timezone={timezone} />
      </p>
      {whole?.pending && <WaitLine whole={whole} pending={whole.pending} timezone={timezone} />}
      {whole?.care && <CareLine reasons={whole.care} timezone={timezone} />}
      {mention.title !== '' && (
        <h2 className={classes.title} dir="auto">
          <Marked text={mention.title} />
        </h2>
      )}
      <Facts mention={mention} whole={whole} onUntag={onUntag} />
    </header>
  )
}

interface WaitLineProps {
  readonly whole: MentionWhole
  readonly pending: NonNullable<MentionWhole['pending']>
  readonly timezone: string | null
}

/** For whom or what it waits, and since when; where nobody said, what we promised. */
function WaitLine({ whole, pending: { waitsFor, since }, timezone }: WaitLineProps) {
  const { t } = useText()
  const formats = useFormats(timezone)
  const promised = whole.conversation.flatMap((entry) =>
    entry.kind === 'promise' && entry.state === 'open' ? [entry.text] : [],
  )
  const what = waitsFor || promised.at(-1)
  const when = { since: formats.day(since) }
  return (
    <p className={feelingClasses.care} dir="auto">
      {what === undefined
        ? t('inbox.wait.since', when)
        : t(waitsFor === '' ? 'inbox.wait.promised' : 'inbox.wait.for', { ...when, what })}
    </p>
  )
}

/** Why it stands where it stands in the order of care, where that is more than that it waits. */
function CareLine({
  reasons,
  timezone,
}: {
  readonly reasons: readonly CareReason[]
  readonly timezone: string | null
}) {
  const { t } = useText()
  const formats = useFormats(timezone)
  const now = useNow()
  return (
    <p className={feelingClasses.care} aria-label={t('inbox.care.label')}>
      {careWords(t, formats, reasons, now)}
    </p>
  )
}

function StatusWords({ mention, timezone }: { readonly mention: Mention; readonly timezone: string | null }) {
  const { t } = useText()
  const formats = useFormats(timezone)
  const now = useNow()
  const slept = mention.snoozedUntil
  if (slept !== null && new Date(slept).getTime() > now)
    return <span>{t('inbox.snoozedUntil', { until: formats.exact(slept) })}</span>
  if (mention.answerWaits) return <span>{t('inbox.word.answerWaits')}</span>
  if (mention.status === 'resolved' && mention.reason !== null)
    return <span>{t('inbox.resolvedAs', { reason: t(`inbox.reason.${mention.reason}`) })}</span>
  return (
    <>
      <span>{t(`inbox.status.${mention.status}`)}</span>
      {slept !== null && (
        <span className={classes.cameBack}>{t('inbox.askedFor', { until: formats.exact(slept) })}</span>
      )}
      {mention.cameBackAt !== null && <span className={classes.cameBack}>{t('inbox.word.cameBack')}</span>}
    </>
  )
}

function Facts({ mention, whole, onUntag }: Pick<MentionHeadProps, 'mention' | 'whole' | 'onUntag'>) {
  const { t } = useText()
  return (
    <>
      {mention.tags.length > 0 && (
        <ul className={classes.tags} aria-label={t('inbox.tags')}>
          {mention.tags.map((tag) => (
            <li key={tag} className={classes.tag}>
              <TagName brandId={mention.brandId} tag={tag} />
              <CloseButton
                size={16}
                iconSize={12}
                aria-label={t('inbox.untag', { tag })}
                onClick={() => onUntag(tag)}
              />
            </li>
          ))}
        </ul>
      )}
      {whole && !mention.ourVoice && <SuggestedTags mention={mention} />}
      {whole && whole.byRules.length > 0 && <ByRulesLine byRules={whole.byRules} brandId={mention.brandId} />}
      {Object.keys(mention.details).length > 0 && (
        <p className={classes.headNote}>
          <DetailWords details={mention.details} />
        </p>
      )}
      {mention.names.length > 0 && (
        <p className={classes.headNote}>{t('inbox.names', { words: mention.names.join(', ') })}</p>
      )}
      <AlsoSeenLine mention={mention} whole={whole} />
    </>
  )
}
