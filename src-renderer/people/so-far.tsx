import type { TFunction } from 'i18next'
import { useFormats } from '../kit/formats.ts'
import { useNow } from '../kit/use-now.ts'
import { useText } from '../kit/use-text.ts'
import classes from './people.module.css'
import type { PersonOf } from './person-of.ts'

/** In a few sentences: how often they wrote and were answered, what it cost them, and how they feel about it. */
export function SoFar({ person, timezone }: { readonly person: PersonOf; readonly timezone: string | null }) {
  const { t } = useText()
  const now = useNow()
  const formats = useFormats(timezone)
  const answered = person.journey.filter(({ kind }) => kind === 'reply' || kind === 'our-voice').length
  const { effort, feelings } = person
  return (
    <div className={classes.times}>
      <p>
        {t('people.wrote', { count: person.mentions })}
        {person.mentions > 1 && ` ${t('people.since', { when: formats.relative(person.firstSeenAt, now) })}`}
        {'. '}
        {answered > 0 ? t('people.answered', { count: answered }) : t('people.neverAnswered')}
      </p>
      {effort.repeats > 0 && <p>{t('who.hadToAsk', { count: effort.repeats + 1, ordinal: true })}</p>}
      {feelings.before !== null && <p>{feelingWords(t, feelings.before, feelings.after)}</p>}
    </div>
  )
}

type Feeling = NonNullable<PersonOf['feelings']['before']>

function feelingWords(t: TFunction, before: Feeling, after: Feeling | null): string {
  if (after === null) return t('who.feels', { feeling: t(`who.feeling.${before}`) })
  if (after === before) return t('who.stillFeels', { feeling: t(`who.feeling.${before}`) })
  return t('who.felt', { before: t(`who.feeling.${before}`), after: t(`who.feeling.${after}`) })
}
