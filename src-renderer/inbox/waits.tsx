import { createContext, use, type ReactNode } from 'react'
import type { TFunction } from 'i18next'
import type { Mention } from '../../src-main/contract/mentions.ts'
import type { ViewName } from '../../src-main/contract/views.ts'
import type { Wait } from '../../src-main/contract/waiting.ts'
import { useCall, valueOf } from '../engine/use-call.ts'
import { type Formats, useFormats } from '../kit/formats.ts'
import { useNavigation } from '../kit/places.tsx'
import { useText } from '../kit/use-text.ts'
import { useNow } from '../kit/use-now.ts'
import classes from './inbox.module.css'

/** For whom or what it waits, in a few words; empty where nobody said. */
export function waitWords(t: TFunction, formats: Formats, { what, promise }: Wait): string {
  if (what !== '') return what
  return promise === null
    ? ''
    : t('inbox.waits.promised', { text: promise.text, day: formats.day(promise.due) })
}

interface WaitLineProps {
  readonly mention: Mention
  readonly timezone: string | null
}

/** For whom or what the mention that is read waits, and since when. */
export function WaitLine({ mention, timezone }: WaitLineProps) {
  const { t } = useText()
  const formats = useFormats(timezone)
  const now = useNow()
  const [wait] = valueOf(useCall('waits.list', { mentionId: mention.id }))?.items ?? []
  if (!wait) return null
  const words = waitWords(t, formats, wait)
  const since =
    wait.since === null
      ? ''
      : t('inbox.waits.since', { day: formats.day(wait.since), ago: formats.relative(wait.since, now) })
  return (
    <p className={classes.waits}>
      <strong>{words === '' ? t('inbox.waits.nobodySaid') : words}</strong>
      {since !== '' && ` · ${since}`}
    </p>
  )
}

const NONE: ReadonlyMap<string, Wait> = new Map()
const WaitsContext = createContext(NONE)

/** What the rows of the pending view say of each. */
export function WaitsOfView({ view, children }: { readonly view: ViewName; readonly children: ReactNode }) {
  const { scope } = useNavigation()
  const asked = view === 'pending' ? (scope === null ? {} : { brandId: scope }) : null
  const items = valueOf(useCall('waits.list', asked))?.items
  const waits = items ? new Map(items.map((wait) => [wait.mentionId, wait])) : NONE
  return <WaitsContext value={waits}>{children}</WaitsContext>
}

/** `pending`, and for whom or what, where the view knows it. */
export function PendingWord({ mention }: { readonly mention: Mention }) {
  const { t } = useText()
  const formats = useFormats()
  const wait = use(WaitsContext).get(mention.id)
  const words = wait ? waitWords(t, formats, wait) : ''
  const since = wait?.since ? formats.day(wait.since) : ''
  return <>{[t('inbox.word.pending'), words, since].filter((one) => one !== '').join(' · ')}</>
}
