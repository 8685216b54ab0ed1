import { useState } from 'react'
import type { MentionId } from '../../src-main/contract/ids.ts'
import type { JourneyStep } from '../../src-main/contract/people.ts'
import { RelativeTime } from '../kit/relative-time.tsx'
import { Stars } from '../kit/stars.tsx'
import { useText } from '../kit/use-text.ts'
import classes from './people.module.css'

interface JourneyProps {
  readonly steps: readonly JourneyStep[]
  readonly timezone: string | null
  readonly onMention: (id: MentionId) => void
}

/** More than fits the screen: what came before is drawn when it is asked for. */
const FIRST_SHOWN = 30
const MORE_SHOWN = 200

/** The way this person and the brand have gone, the newest step first. */
export function Journey({ steps, timezone, onMention }: JourneyProps) {
  const { t } = useText()
  const [shown, setShown] = useState(FIRST_SHOWN)
  if (steps.length === 0) return null
  return (
    <section aria-label={t('people.journey')}>
      <h3 className={classes.heading}>{t('people.journey')}</h3>
      <ol className={classes.journey}>
        {steps.slice(0, shown).map((step) => (
          <li
            key={`${step.kind} ${step.mentionId} ${step.at}`}
            className={classes.step}
            data-kind={step.kind}
          >
            <button type="button" className={classes.stepButton} onClick={() => onMention(step.mentionId)}>
              <span className={classes.stepHead}>
                <span>{t(`people.step.${step.kind}`)}</span>
                {step.stars !== null && <Stars stars={step.stars} />}
                {step.feeling !== null && <span>{t(`who.feeling.${step.feeling}`)}</span>}
                <RelativeTime at={step.at} timezone={timezone} />
              </span>
              <span className={classes.stepWords} dir="auto">
                {step.text}
              </span>
            </button>
          </li>
        ))}
      </ol>
      {steps.length > shown && (
        <button type="button" className={classes.moreSteps} onClick={() => setShown(shown + MORE_SHOWN)}>
          {t('who.earlier', { count: steps.length - shown })}
        </button>
      )}
    </section>
  )
}
