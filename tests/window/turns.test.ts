import { describe, expect, test } from 'vitest'
import type { MethodName } from '../../src-main/contract/contract.ts'
import { createTurns } from '../../src-renderer/engine/turns.ts'

/** A window whose frames are drawn, and an engine that answers, when the test says so. */
function aWindow() {
  const frames: (() => void)[] = []
  const turns = createTurns((then) => frames.push(then))
  const sent: MethodName[] = []
  const answers = new Map<MethodName, () => void>()
  return {
    sent,
    ask: (name: MethodName, isWanted = () => true) => {
      const send = () => {
        sent.push(name)
        return new Promise<MethodName>((resolve) => answers.set(name, () => resolve(name)))
      }
      return turns.take(name, send, isWanted)
    },
    answer: async (name: MethodName) => {
      answers.get(name)?.()
      await settled()
    },
    drawFrame: async () => {
      for (const then of frames.splice(0)) then()
      await settled()
    },
  }
}

/** What promises set off has happened. */
const settled = () => new Promise((resolve) => setImmediate(resolve))

describe('who asks the engine when', () => {
  test('the list goes before what stands at the edges of the window, whoever asked first', async () => {
    const { sent, ask, answer, drawFrame } = aWindow()
    void ask('gather.status')
    void ask('mentions.list')
    await drawFrame()
    expect(sent).toEqual(['mentions.list'])
    await answer('mentions.list')
    expect(sent, 'the rows are drawn first').toEqual(['mentions.list'])
    await drawFrame()
    expect(sent).toEqual(['mentions.list', 'gather.status'])
  })

  test('what can wait goes one by one, so that a new list waits for one of them at most', async () => {
    const { sent, ask, answer, drawFrame } = aWindow()
    void ask('promises.due')
    void ask('sources.health')
    await drawFrame()
    await drawFrame()
    expect(sent).toEqual(['promises.due'])
    void ask('mentions.list')
    await answer('promises.due')
    await drawFrame()
    expect(sent).toEqual(['promises.due', 'mentions.list'])
    await answer('mentions.list')
    await drawFrame()
    expect(sent).toEqual(['promises.due', 'mentions.list', 'sources.health'])
  })

  test('what is not wanted any more is not asked', async () => {
    const { sent, ask, drawFrame } = aWindow()
    void ask('mentions.days', () => false)
    void ask('outbox.list')
    await drawFrame()
    expect(sent).toEqual(['outbox.list'])
  })

  test('what the user does waits for nothing', () => {
    const { sent, ask } = aWindow()
    void ask('mentions.list')
    void ask('acts.do')
    expect(sent).toEqual(['mentions.list', 'acts.do'])
  })

  test('each gets its own answer', async () => {
    const { ask, answer, drawFrame } = aWindow()
    const [list, due] = [ask('mentions.list'), ask('promises.due')]
    await answer('mentions.list')
    await drawFrame()
    await answer('promises.due')
    expect(await Promise.all([list, due])).toEqual(['mentions.list', 'promises.due'])
  })
})
