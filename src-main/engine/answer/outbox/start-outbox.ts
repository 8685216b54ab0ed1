import type { BrandId } from '../../../contract/ids.ts'
import { type EngineContext, change } from '../../context.ts'
import type { BrandFile } from '../../store/brand-file.ts'
import { isWithin, type Reach } from '../../gather/thread/reach.ts'
import type { Clock } from '../../clock.ts'
import { findAccount, setAccountProblem } from '../accounts-store.ts'
import { placeOfMention } from '../answerable.ts'
import { findChannel } from '../channels/index.ts'
import { journal } from '../queue.ts'
import { listQueuedByHand, type ReplyRow, setReplyState } from '../replies-store.ts'
import { settleReplies } from '../settle-replies.ts'
import { ASK_AFTER_MS, waitsForWord } from './decide.ts'
import { createNetwork } from './net.ts'
import type { Outbox } from './outbox.ts'
import { agreeToAll, hasRestored, listDue, nextDue } from './outbox-store.ts'
import { recogniseOurs } from './recognise.ts'
import type { SendingContext } from './outcomes.ts'
import { moveReply } from './sending.ts'

export interface OutboxOptions extends Pick<EngineContext, 'host' | 'turn' | 'tell' | 'secrets' | 'stores'> {
  readonly reach: () => Reach
  readonly sending: 'scheduled' | 'on-demand'
  /** Brands whose journal answers mentions that are not there. */
  readonly unplaced: Set<BrandId>
}

/** Between two looks at what is due, however often it is woken. */
const LEAST_PAUSE_MS = 1000
const START_AFTER_MS = 1000
const LONGEST_PAUSE_MS = 10 * 60_000

export function startOutbox(options: OutboxOptions): Outbox {
  const { host, stores, sending } = options
  const network = createNetwork({ host, reach: options.reach })
  const context: SendingContext = { ...options, network, memories: new Map() }
  let last: Promise<unknown> = Promise.resolve()
  let timer: NodeJS.Timeout | null = null
  const signIns: Outbox['signIns'] = new Map()
  let closed = false

  const run: Outbox['run'] = (files, who) => {
    const next = last.then(() => (closed ? undefined : moveAll(context, options, files, who)))
    last = next.catch(() => undefined)
    return next
  }
  const wake = () => {
    if (sending === 'on-demand' || closed) return
    if (timer) clearTimeout(timer)
    const { files } = stores.openBrands()
    timer = setTimeout(
      () => void run(files, 'by-itself').catch(logTo(host.log)).finally(wake),
      pause(files, host.clock),
    )
    timer.unref()
  }
  // Every brand's file is looked into: what the window asks first goes before it.
  timer = setTimeout(wake, START_AFTER_MS).unref()
  return {
    network,
    signIns,
    run: (files, who) => run(files, who).finally(wake),
    wake,
    gathered: (brandId) => {
      const file = stores.brand(brandId)
      if (options.unplaced.has(brandId) && settleReplies(file, host.clock.now()) === 0)
        options.unplaced.delete(brandId)
      recogniseOurs(context, file)
    },
    forget: (uid) => void context.memories.delete(uid),
    close: async () => {
      closed = true
      for (const { begun } of signIns.values()) begun.close()
      if (timer) clearTimeout(timer)
      await network.close()
      await last
    },
  }
}

function pause(files: readonly BrandFile[], clock: Clock): number {
  const due = files.map((file) => nextDue(file, clock.now() - ASK_AFTER_MS)).filter((at) => at !== null)
  const next = due.length === 0 ? LONGEST_PAUSE_MS : Math.min(...due) - clock.now()
  return Math.min(Math.max(next, LEAST_PAUSE_MS), LONGEST_PAUSE_MS)
}

function logTo(log: (line: string) => void) {
  return (error: unknown) =>
    log(`outbox: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
}

async function moveAll(
  context: SendingContext,
  options: OutboxOptions,
  files: readonly BrandFile[],
  who: 'user' | 'by-itself',
): Promise<void> {
  await Promise.all(files.map((file) => moveBrand(context, options, file, who)))
}

async function moveBrand(
  context: SendingContext,
  options: OutboxOptions,
  file: BrandFile,
  who: 'user' | 'by-itself',
): Promise<void> {
  recogniseOurs(context, file)
  if (who === 'user') change(context, file, [], () => agreeToAll(file, context.host.clock.now()))
  if (!hasRestored(file)) bringUpByHand(context, file, options.reach())
  const moved = new Set<number>()
  for (;;) {
    const due = dueNow(context, file, who).filter(({ id }) => !moved.has(id))
    if (due.length === 0) return
    const lanes = Map.groupBy(due, ({ account_id: account }) => account ?? 0)
    await Promise.all(
      [...lanes].map(([account, replies]) => moveLane(context, file, account, replies, moved, who)),
    )
  }
}

function dueNow({ host }: SendingContext, file: BrandFile, who: 'user' | 'by-itself'): ReplyRow[] {
  const now = host.clock.now()
  const due = listDue(file, now, who)
  const may = hasRestored(file) ? due.filter(({ state }) => state === 'unsure') : due
  return who === 'user' ? may : may.filter((reply) => reply.looked_at === null || !waitsForWord(reply, now))
}

/** The replies of one account, one after the other, until it has to wait. */
async function moveLane(
  context: SendingContext,
  file: BrandFile,
  accountRow: number,
  replies: readonly ReplyRow[],
  moved: Set<number>,
  who: 'user' | 'by-itself',
): Promise<void> {
  const account = findAccount(file, accountRow)
  const channel = account && account.removed_at === null ? findChannel(account.channel) : null
  // A place that asked to sign in again is tried once more when the user says so.
  const mayTry = account !== null && channel !== null && (account.problem === null || who === 'user')
  for (const reply of replies) moved.add(reply.id)
  if (!mayTry) return
  if (account.problem !== null) change(context, file, [], () => setAccountProblem(file, account.id, null))
  for (const reply of replies) {
    const asks = who === 'by-itself' && waitsForWord(reply, context.host.clock.now())
    const after = await moveReply(context, file, account, channel, reply, asks ? 'only-look' : 'send')
    if (after === 'account-waits') return
    // What one answer taught us about the account holds for the next.
    const now = findAccount(file, accountRow)
    if (
      now === null ||
      (now.not_before !== null && now.waits === 'busy' && now.not_before > context.host.clock.now())
    )
      return
  }
}

/** What the user posts comes up to be posted; there is nothing to take back before that. */
function bringUpByHand(context: SendingContext, file: BrandFile, reach: Reach): void {
  for (const reply of listQueuedByHand(file)) {
    const { url } = placeOfMention(file, reply.mention_id)
    if (url === null ? reach !== 'everywhere' : !isWithin(reach, url)) continue
    journal(file, reply, 'attempted', context.host.clock.now())
    change(context, file, ['replies', 'mentions'], () => setReplyState(file, reply.id, 'by-hand', ''))
  }
}
