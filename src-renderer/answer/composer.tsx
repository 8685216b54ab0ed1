import { useComputedColorScheme } from '@mantine/core'
import type { Brand } from '../../src-main/contract/brands.ts'
import type { MentionWhole } from '../../src-main/contract/mentions.ts'
import { brandVariables } from '../kit/theme.ts'
import { useText } from '../kit/use-text.ts'
import classes from './answer.module.css'
import { AnswerWaits, waitingReply } from './answer-waits.tsx'
import { Writing } from './writing.tsx'

interface ComposerProps {
  readonly whole: MentionWhole
  readonly brand: Brand
}

/** Where the answer is written, under what they said. Its colours and its name are the brand's that answers. */
export function Composer({ whole, brand }: ComposerProps) {
  const { t } = useText()
  const scheme = useComputedColorScheme('light')
  const waiting = waitingReply(whole)
  return (
    <section
      className={classes.composer}
      style={brandVariables(brand.colour, scheme)}
      aria-label={t('answer.composer', { brand: brand.name })}
    >
      <div className={classes.composerColumn}>
        {waiting ? <AnswerWaits reply={waiting} brand={brand} /> : <Writing whole={whole} brand={brand} />}
      </div>
    </section>
  )
}
