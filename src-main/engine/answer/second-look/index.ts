import type { Remark } from '../../../contract/replies.ts'
import { lookAtApology } from './no-apology.ts'
import { lookAtBlame } from './blame-or-shout.ts'
import { lookAtBlamingApology } from './blaming-apology.ts'
import { lookAtBroken } from './promise-broken-before.ts'
import { lookAtForm } from './form-of-address.ts'
import { lookAtJargon } from './jargon.ts'
import { lookAtLanguage } from './wrong-language.ts'
import { lookAtLength } from './too-long.ts'
import { lookAtLikeness } from './too-alike.ts'
import type { Look, LookedAt } from './looked-at.ts'
import { lookAtName } from './no-name.ts'
import { lookAtPastDate } from './promise-past-date.ts'
import { lookAtPrivateData } from './private-data.ts'
import { lookAtPromiseDate } from './promise-no-date.ts'
import { lookAtQuestions } from './question-unanswered.ts'
import { lookAtSignature } from './unsigned.ts'
import { lookAtStockPhrases } from './stock-phrase.ts'
import { lookAtWhatTheySaid } from './not-specific.ts'

/** Every look; one line each. Order is the order on the screen. */
export const looks: Readonly<Record<Exclude<Remark['code'], 'empty'>, Look>> = {
  'too-long': lookAtLength,
  'wrong-language': lookAtLanguage,
  'no-name': lookAtName,
  'form-of-address': lookAtForm,
  'not-specific': lookAtWhatTheySaid,
  'question-unanswered': lookAtQuestions,
  'no-apology': lookAtApology,
  'blaming-apology': lookAtBlamingApology,
  'promise-no-date': lookAtPromiseDate,
  'promise-past-date': lookAtPastDate,
  'promise-broken-before': lookAtBroken,
  'private-data': lookAtPrivateData,
  'blame-or-shout': lookAtBlame,
  'stock-phrase': lookAtStockPhrases,
  jargon: lookAtJargon,
  'too-alike': lookAtLikeness,
  unsigned: lookAtSignature,
}

const EMPTY: Remark = { code: 'empty', message: 'There is nothing written yet.', blocks: true }

/** The remarks on a draft, without those that are off. They advise; only a channel's own limit blocks. */
export function lookAtDraft(at: LookedAt, off: ReadonlySet<string>): Remark[] {
  if (at.draft.original.trim() === '') return [EMPTY]
  return Object.entries(looks)
    .filter(([code]) => !off.has(code))
    .map(([, look]) => look(at))
    .filter((remark) => remark !== null)
}
