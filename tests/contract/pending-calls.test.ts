import { expect, test } from 'vitest'
import { createPendingCalls } from '../../src-main/contract/pending-calls.ts'
import { asText, fromText, type ReplyText, type ToEngine } from '../../src-main/contract/wire.ts'

const down = { ok: false, failure: { kind: 'engine-down' } }
const read = async (text: Promise<ReplyText>) => fromText(await text)

test('a change that is waiting when the engine dies is answered at once and never repeated', async () => {
  const calls = createPendingCalls()
  calls.engineUp(() => undefined)
  const waiting = calls.call('acts.do', {}, 'a')
  calls.engineDown()
  expect(await read(waiting)).toMatchObject(down)

  const sent: ToEngine[] = []
  calls.engineUp((message) => sent.push(message))
  expect(sent).toEqual([])
})

test('a question that is waiting when the engine dies is asked of the next one', async () => {
  const calls = createPendingCalls()
  calls.engineUp(() => undefined)
  const waiting = calls.call('mentions.list', { limit: 50 }, 'a')
  calls.engineDown()
  const sent: ToEngine[] = []
  calls.engineUp((message) => sent.push(message))
  expect(sent).toEqual([{ kind: 'call', id: 'a', method: 'mentions.list', input: { limit: 50 } }])
  calls.replied('a', asText({ ok: true, output: 'the list' }))
  expect(await read(waiting)).toEqual({ ok: true, output: 'the list' })
})

test('when the engine is not started again, nothing waits for it', async () => {
  const calls = createPendingCalls()
  const waiting = calls.call('mentions.list', { limit: 50 }, 'a')
  calls.engineStopped()
  expect(await read(waiting)).toMatchObject(down)
})

test('a change asked while there is no engine is refused, not kept for later', async () => {
  expect(await read(createPendingCalls().call('acts.do', {}, 'a'))).toMatchObject(down)
})
