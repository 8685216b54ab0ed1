import { Button, TextInput } from '@mantine/core'
import type { BrandId } from '../../src-main/contract/ids.ts'
import { call } from '../engine/call.ts'
import { useCall, valueOf } from '../engine/use-call.ts'
import { useBrand } from '../kit/brands.tsx'
import { focusPane } from '../kit/focus-pane.ts'
import { useFormats } from '../kit/formats.ts'
import { showFailure } from '../kit/toast.tsx'
import { useText } from '../kit/use-text.ts'
import classes from './inbox.module.css'

interface MomentFieldProps {
  /** Whose clock it is; null for the user's own. */
  readonly brandId: BrandId | null
  readonly words: string
  readonly onWords: (words: string) => void
  readonly onChoose: (until: string) => void
}

/** To go on writing after what is there already. */
export function focusMoment(): void {
  focusPane('moment')
  const field = document.activeElement
  if (field instanceof HTMLInputElement) field.setSelectionRange(field.value.length, field.value.length)
}

/** A moment in words, and what they mean before Enter says so. */
export function MomentField({ brandId, words, onWords, onChoose }: MomentFieldProps) {
  const { t } = useText()
  const asked = useMomentInput(brandId, words)
  const until = valueOf(useCall('acts.when', asked))?.until ?? null
  const choose = async () => {
    if (asked === null) return
    try {
      // Enter may come before the answer to the last letter.
      const meant = await call('acts.when', asked)
      if (meant.until !== null) onChoose(meant.until)
    } catch (thrown) {
      showFailure(thrown)
    }
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void choose()
      }}
    >
      <div className={classes.moment}>
        <TextInput
          data-focus="moment"
          label={t('inbox.snooze.words')}
          placeholder={t('inbox.snooze.example')}
          value={words}
          maxLength={200}
          flex={1}
          onChange={({ currentTarget }) => onWords(currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={until === null}>
          {t('kit.command.snooze')}
        </Button>
      </div>
      <MomentMeant brandId={brandId} words={words} />
    </form>
  )
}

function useMomentInput(brandId: BrandId | null, words: string) {
  if (words.trim() === '') return null
  // Who reads their dates month first has their system set so.
  const dates = window.shell.systemLanguage.toLowerCase() === 'en-us' ? 'month-first' : 'day-first'
  return { text: words, dates, ...(brandId === null ? {} : { brandId }) } as const
}

/** What words mean as a moment, in full; or that they mean none. */
export function MomentMeant({ brandId, words }: Pick<MomentFieldProps, 'brandId' | 'words'>) {
  const { t } = useText()
  const formats = useFormats(useBrand(brandId)?.timezone ?? null)
  const meant = valueOf(useCall('acts.when', useMomentInput(brandId, words), 'keep'))
  const until = meant?.until ?? null
  return (
    <p className={classes.meant} role="status">
      {words.trim() !== '' &&
        meant !== null &&
        (until === null ? t('inbox.snooze.notUnderstood') : formats.exact(until))}
    </p>
  )
}
