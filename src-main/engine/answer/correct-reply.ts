import { CallFailed } from '../../contract/failure.ts'
import { change, type EngineContext } from '../context.ts'
import type { BrandFile } from '../store/brand-file.ts'
import { beginAct, endAct, noteChange } from '../triage/journal.ts'
import { findAccount, profileOf, settingsOf } from './accounts-store.ts'
import { placeOfMention } from './answerable.ts'
import { findChannel } from './channels/index.ts'
import { findReply, replaceBody, type ReplyRow } from './replies-store.ts'
import { brokenLimit } from './ways.ts'

/** Changes the words of a reply that is out. The place first, then here: what is kept is what stands there. */
export async function correctReply(
  context: EngineContext,
  file: BrandFile,
  row: number,
  body: string,
): Promise<{ url: string | null }> {
  const reply = findReply(file, row)
  if (reply?.state !== 'sent') throw notOut(reply)
  const account = reply.account_id === null ? null : findAccount(file, reply.account_id)
  const channel = account && findChannel(account.channel)
  const secret = account && (await context.secrets.get(account.uid))
  if (!account || !channel?.correct || secret === null || reply.external_id === null) throw openIt(reply.url)
  const known = {
    settings: settingsOf(account),
    profile: profileOf(account),
    secret,
    memory: new Map<string, string>(),
  }
  const broken = brokenLimit(channel.limits(known.profile, placeOfMention(file, reply.mention_id)), body)
  if (broken) throw tooLong(broken.most, broken.length)
  const net = context.outbox.network.to(channel.origins(known.settings))
  const sent = { externalId: reply.external_id, frozen: reply.frozen }
  const result = await channel.correct(net, known, sent, body)
  if (result.kind !== 'sent' && result.kind !== 'held')
    throw notTaken('says' in result ? result.says : '', reply.url)
  const at = context.host.clock.now()
  change(context, file, ['replies', 'mentions'], () => {
    const act = beginAct(file, {
      kind: 'reply-corrected',
      detail: reply.channel,
      who: 'user',
      at,
      undoable: false,
    })
    noteChange(file.db, act, { subject: 'reply', row, field: 'body', before: reply.body, after: body })
    replaceBody(file, row, body, at)
    endAct(file.db, act, 1)
  })
  return { url: reply.url }
}

function notOut(reply: ReplyRow | null): CallFailed {
  return new CallFailed({
    kind: reply === null ? 'not-found' : 'conflict',
    message: reply === null ? 'There is no such answer.' : 'That answer is not out yet.',
    hint: 'Take it back to change it.',
  })
}

function openIt(url: string | null): CallFailed {
  return new CallFailed({
    kind: 'conflict',
    message: 'That place does not let an answer be changed from here.',
    hint: url === null ? 'Change it there.' : `Change it there: ${url}`,
    ...(url !== null && { facts: { url } }),
  })
}

function notTaken(says: string, url: string | null): CallFailed {
  return new CallFailed({
    kind: 'conflict',
    message: `The place did not take the correction. ${says}`.trim(),
    hint: 'What stands there is unchanged, or may be: look there.',
    facts: { says, ...(url !== null && { url }) },
  })
}

function tooLong(limit: number, length: number): CallFailed {
  return new CallFailed({
    kind: 'invalid-input',
    message: `This place takes ${limit}; the correction has ${length}.`,
    hint: 'Shorten it.',
    facts: { limit, length },
  })
}
