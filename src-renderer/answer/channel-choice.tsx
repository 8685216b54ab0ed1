import { NativeSelect, Tooltip } from '@mantine/core'
import { useState } from 'react'
import type { WayToAnswer } from '../../src-main/contract/accounts.ts'
import type { MentionId } from '../../src-main/contract/ids.ts'
import { useCall, valueOf } from '../engine/use-call.ts'
import { useText } from '../kit/use-text.ts'
import classes from './answer.module.css'
import { usePause } from './use-pause.ts'

export interface Ways {
  readonly all: readonly WayToAnswer[]
  /** Null until the engine has said which there are. */
  readonly chosen: WayToAnswer | null
  readonly choose: (way: WayToAnswer) => void
  /** Whether the text is longer than the place takes: then it cannot be queued. */
  readonly fits: boolean
}

const COUNT_AFTER_MS = 150

/** The ways to answer a mention, and how long the text is for each, once the typing pauses. */
export function useWays(mentionId: MentionId, text: string): Ways {
  const [wanted, setWanted] = useState<string | null>(null)
  const body = usePause(text, COUNT_AFTER_MS)
  const all = valueOf(useCall('channels.for', { mentionId, body }, 'keep'))?.items ?? []
  const chosen = all.find((way) => keyOf(way) === wanted) ?? all[0] ?? null
  const fits = chosen === null || chosen.limits.every(({ length, most }) => length <= most)
  return { all, chosen, choose: (way) => setWanted(keyOf(way)), fits }
}

function keyOf({ channel, accountId }: WayToAnswer): string {
  return `${channel} ${accountId ?? ''}`
}

/** Through which account it goes out, or by hand; a choice only where there is one. */
export function ChannelChoice({ ways, place }: { readonly ways: Ways; readonly place: string }) {
  const { t } = useText()
  const words = (way: WayToAnswer) =>
    way.accountId === null
      ? t('answer.byHandAt', { place })
      : t('outbox.through', {
          channel: t(`outbox.channel.${way.channel}`, { defaultValue: way.channel }),
          name: way.name,
        })
  const { all, chosen, choose } = ways
  if (all.length < 2)
    return (
      <Tooltip label={t('answer.byHandHelp')}>
        <span className={classes.channel}>{t('answer.byHandAt', { place })}</span>
      </Tooltip>
    )
  return (
    <NativeSelect
      size="xs"
      className={classes.channelChoice ?? ''}
      aria-label={t('outbox.way')}
      value={chosen === null ? '' : keyOf(chosen)}
      onChange={({ currentTarget }) => {
        const way = all.find((one) => keyOf(one) === currentTarget.value)
        if (way) choose(way)
      }}
      data={all.map((way) => ({ value: keyOf(way), label: words(way) }))}
    />
  )
}

/** How much of what the place takes is used; of several limits the one nearest to its end. */
export function LengthLeft({ way }: { readonly way: WayToAnswer | null }) {
  const { t } = useText()
  const nearest = way?.limits.toSorted((a, b) => b.length / b.most - a.length / a.most)[0]
  if (nearest === undefined) return null
  const { length, most, unit } = nearest
  return (
    <span className={length > most ? classes.over : classes.counter}>
      {unit === 'bytes'
        ? t('outbox.bytes', { length, limit: most })
        : t('answer.length', { length, limit: most })}
    </span>
  )
}
