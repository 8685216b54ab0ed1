import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { DraftReading } from '../../src-main/contract/replies.ts'
import { useFormats } from '../kit/formats.ts'
import { useNow } from '../kit/use-now.ts'
import { useText } from '../kit/use-text.ts'
import classes from './listening.module.css'
import { noNeedToRead, reviewed } from './reading-acts.ts'
import type { Answering } from './use-answering.ts'

/** That the draft waits for a second pair of eyes, or what it said. */
export function ReadingNote({ answering }: { readonly answering: Answering }) {
  const { reading } = answering.whole
  if (!reading) return null
  return reading.waits ? <Waits answering={answering} /> : <Said answering={answering} reading={reading} />
}

function Waits({ answering }: { readonly answering: Answering }) {
  const { t } = useText()
  const [comment, setComment] = useState('')
  return (
    <div className={classes.reading} role="note">
      <p>{t('writing.waitsToBeRead')}</p>
      <TextInput
        className={classes.comment ?? ''}
        size="xs"
        aria-label={t('writing.comment')}
        placeholder={t('writing.comment')}
        value={comment}
        dir="auto"
        onChange={(event) => setComment(event.currentTarget.value)}
      />
      {comment.trim() === '' ? (
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => void reviewed(answering, { verdict: 'approved' })}
        >
          {t('writing.approved')}
        </Button>
      ) : (
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => void reviewed(answering, { verdict: 'commented', comment })}
        >
          {t('writing.writeDown')}
        </Button>
      )}
      <Button size="compact-sm" variant="subtle" color="gray" onClick={() => void noNeedToRead(answering)}>
        {t('writing.noNeedToRead')}
      </Button>
    </div>
  )
}

function Said({ answering, reading }: { readonly answering: Answering; readonly reading: DraftReading }) {
  const { t } = useText()
  const now = useNow()
  const formats = useFormats(answering.brand.timezone)
  const when = reading.readAt === null ? '' : formats.relative(reading.readAt, now)
  return (
    <div className={classes.reading} role="note">
      <p dir="auto">
        {reading.verdict === 'commented'
          ? t('writing.theyCommented', { when, comment: reading.comment })
          : t('writing.theyApproved', { when })}
      </p>
    </div>
  )
}
