import { Tooltip } from '@mantine/core'
import { useText } from '../kit/use-text.ts'
import classes from './answer.module.css'
import type { Answering } from './use-answering.ts'

/** How the answer gets to the place where they spoke. */
export function ChannelChoice({ answering: { whole } }: { readonly answering: Answering }) {
  const { t } = useText()
  return (
    <Tooltip label={t('answer.byHandHelp')}>
      <span className={classes.channel}>{t('answer.byHandAt', { place: whole.sourceTitle })}</span>
    </Tooltip>
  )
}
