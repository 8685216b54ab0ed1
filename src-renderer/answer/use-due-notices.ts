import { useEffect, useEffectEvent, useRef } from 'react'
import { MentionId } from '../../src-main/contract/ids.ts'
import { call, type Output } from '../engine/call.ts'
import { useCall, valueOf } from '../engine/use-call.ts'
import { useFormats } from '../kit/formats.ts'
import { useNavigation } from '../kit/places.tsx'
import { useNow } from '../kit/use-now.ts'
import { useText } from '../kit/use-text.ts'

type Due = Output<'promises.due'>['items'][number]

const ALL = 'promises'

/** Tells of promises that are due, once each: one notice for one, one for several. A click opens what it is about. */
export function useDueNotices(): void {
  const { t } = useText()
  const { go } = useNavigation()
  const formats = useFormats()
  const now = useNow()
  const due = useCall('promises.due', {}, 'keep')
  const again = useEffectEvent(() => due.again())
  const askedAt = useRef(now)
  // What is due changes with the clock alone, too.
  useEffect(() => {
    if (askedAt.current !== now) again()
    askedAt.current = now
  }, [now])

  const tell = useEffectEvent(async (items: readonly Due[]) => {
    const { told } = await call('promises.told', { promiseIds: items.map(({ promiseId }) => promiseId) })
    const [first] = items
    if (told === 0 || !first) return
    const overdue = new Date(first.due).getTime() < now
    const body = overdue
      ? t('secondLook.overdueNotice', { name: first.to, text: first.text, day: formats.day(first.due) })
      : t('secondLook.dueNoticeTo', { name: first.to, text: first.text })
    await window.shell.notify({
      title: t('secondLook.dueNotice', { count: items.length }),
      body,
      opens: items.length === 1 ? first.mentionId : ALL,
    })
  })
  const untold = (valueOf(due)?.items ?? []).filter(({ told }) => !told)
  const key = untold.map(({ promiseId }) => promiseId).join(' ')
  useEffect(() => {
    // Telling is no reading: what fails is told with the next minute.
    if (key !== '') void tell(untold).catch(() => null)
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `key` stands for the list, whose identity changes with every answer
  }, [key])

  const open = useEffectEvent((opens: string) => {
    const mention = MentionId.safeParse(opens)
    if (mention.success) go({ kind: 'inbox', view: 'everything', mentionId: mention.data })
    else go({ kind: 'promises' })
  })
  useEffect(() => window.shell.onNotice((opens) => open(opens)), [])
}
