import { NativeSelect, Tooltip } from '@mantine/core'
import type { WayToAnswer } from '../../src-main/contract/accounts.ts'
import { useText } from '../kit/use-text.ts'
import classes from './answer.module.css'
import type { Answering } from './use-answering.ts'
import { keyOf } from './use-ways.ts'

/** Through which account it goes out, or by hand; a choice only where there is one. */
export function ChannelChoice({ answering }: { readonly answering: Answering }) {
  const { t } = useText()
  const { all, chosen, choose } = answering.ways
  const place = answering.whole.sourceTitle
  const words = (way: WayToAnswer) =>
    way.accountId === null
      ? t('answer.byHandAt', { place })
      : t('outbox.through', {
          channel: t(`outbox.channel.${way.channel}`, { defaultValue: way.channel }),
          name: way.name,
        })
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
