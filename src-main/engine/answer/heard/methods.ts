import type { MentionId } from '../../../contract/ids.ts'
import type { Listening, listening } from '../../../contract/listening.ts'
import type { HandlersFor } from '../../../contract/method.ts'
import { change, type EngineContext } from '../../context.ts'
import type { BrandFile } from '../../store/brand-file.ts'
import { actId, placeOf } from '../../store/ids.ts'
import { toInstant } from '../../store/time.ts'
import { beginAct, endAct, noteRowMade, setFields } from '../../triage/journal.ts'
import { answerable } from '../answerable.ts'
import { apologises } from './apology.ts'
import { whatTheyAsk } from './asks.ts'
import { effortUpTo } from './effort-store.ts'
import { ensureHeard, findCorrectedAsk, findSpeaker, listOurWordsTo, listPromisesTo } from './store.ts'

export const listeningMethods: HandlersFor<typeof listening, EngineContext> = {
  'replies.listen': ({ stores, host }, { mentionId }) => {
    const { brand, row } = placeOf(mentionId)
    return listen(stores.brand(brand), mentionId, row, host.clock.now())
  },

  'replies.correctAsk': (context, { mentionId, asks }) => {
    const { brand, row } = placeOf(mentionId)
    const file = context.stores.brand(brand)
    answerable(file, mentionId)
    const at = context.host.clock.now()
    const act = change(context, file, ['mentions'], () => {
      const open = beginAct(file, { kind: 'correct-ask', detail: asks, who: 'user', at, undoable: true })
      if (ensureHeard(file, row) === 'made') noteRowMade(file, open, 'heard', row)
      setFields(file, open, 'heard', row, { asks })
      endAct(file.db, open, 1)
      return open
    })
    return { actId: actId([brand], act.uid) }
  },
}

function listen(file: BrandFile, id: MentionId, row: number, now: number): Listening {
  const { title, text, language } = answerable(file, id)
  const corrected = findCorrectedAsk(file, row)
  const person = findSpeaker(file, row)
  const ours = person === null ? [] : listOurWordsTo(file, person)
  const sorry = ours.filter((word) => apologises(word.text))
  return {
    asks: corrected ?? whatTheyAsk(`${title}\n${text}`, language),
    askedBy: corrected === null ? 'program' : 'user',
    effort: effortUpTo(file, person, row),
    answers: ours.length,
    lastAnswerAt: timeOf(ours[0]),
    apologies: sorry.length,
    lastApologyAt: timeOf(sorry[0]),
    promises: person === null ? [] : listPromisesTo(file, person, now),
  }
}

function timeOf(word: { readonly at: number } | undefined): string | null {
  return word === undefined ? null : toInstant(word.at)
}
