import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { endOf, isDay } from '../../src-main/contract/day.ts'
import { BrandId, type MentionId, type PromiseId } from '../../src-main/contract/ids.ts'
import { call } from '../engine/call.ts'
import { useBrand } from '../kit/brands.tsx'
import { focusComposer } from '../kit/focus-pane.ts'
import { useFormats } from '../kit/formats.ts'
import { useNavigation } from '../kit/places.tsx'
import { showDoneInBrand, showFailure } from '../kit/toast.tsx'
import { useText } from '../kit/use-text.ts'
import classes from './answer.module.css'

/** A promise's id says which brand's file it lives in. */
function brandOf(promiseId: PromiseId): BrandId {
  return BrandId.parse(promiseId.split('.')[0])
}

interface PromiseActsProps {
  readonly promise: {
    readonly promiseId: PromiseId
    /** Whom it was made to: who keeps it tells them, in the same conversation. */
    readonly mentionId: MentionId
    readonly due: string
  }
}

/** Whether a promise was kept, or comes on another day, to be said by the user; each can be undone. */
export function PromiseActs({ promise: { promiseId, mentionId, due } }: PromiseActsProps) {
  const { t } = useText()
  const { go } = useNavigation()
  const [moving, setMoving] = useState(false)
  const settle = async (state: 'kept' | 'broken') => {
    try {
      await call('promises.settle', { promiseId, state })
      await showDoneInBrand(t(`answer.promiseDone.${state}`), brandOf(promiseId))
      if (state === 'broken') return
      // Who waited for it hears it from us, in the same conversation.
      go({ kind: 'inbox', view: 'everything', mentionId }, brandOf(promiseId))
      focusComposer(mentionId)
    } catch (thrown) {
      showFailure(thrown)
    }
  }
  if (moving) return <MovePromise promiseId={promiseId} due={due} onDone={() => setMoving(false)} />
  return (
    <span className={classes.promiseActs}>
      <Button size="compact-sm" variant="default" onClick={() => void settle('kept')}>
        {t('answer.kept')}
      </Button>
      <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setMoving(true)}>
        {t('secondLook.movePromise')}
      </Button>
      <Button size="compact-sm" variant="subtle" color="gray" onClick={() => void settle('broken')}>
        {t('answer.broken')}
      </Button>
    </span>
  )
}

interface MovePromiseProps {
  readonly promiseId: PromiseId
  readonly due: string
  readonly onDone: () => void
}

function MovePromise({ promiseId, due, onDone }: MovePromiseProps) {
  const { t } = useText()
  const brand = useBrand(brandOf(promiseId))
  const formats = useFormats(brand?.timezone ?? null)
  const [day, setDay] = useState(formats.isoDay(due))
  const move = async () => {
    if (!isDay(day)) return
    const moved = new Date(endOf(day, brand?.timezone ?? 'UTC')).toISOString()
    try {
      await call('promises.move', { promiseId, due: moved })
      await showDoneInBrand(t('secondLook.movedPromise', { day: formats.day(moved) }), brandOf(promiseId))
      onDone()
    } catch (thrown) {
      showFailure(thrown)
    }
  }
  return (
    <form
      className={classes.promiseActs}
      onSubmit={(event) => {
        event.preventDefault()
        void move()
      }}
      onKeyDown={(event) => event.key === 'Escape' && onDone()}
    >
      <TextInput
        type="date"
        size="xs"
        autoFocus
        aria-label={t('secondLook.newDay')}
        value={day}
        onChange={(event) => setDay(event.currentTarget.value)}
      />
      <Button type="submit" size="compact-sm" disabled={!isDay(day)}>
        {t('secondLook.movePromise')}
      </Button>
    </form>
  )
}
