import { expect, test } from 'vitest'
import { ANSWERING_PLACES } from '../../support/answering-places.ts'
import { type Answering, startAnswering, untilSettled } from '../../support/exactly-once.ts'

const AFTER = { '1 s': 1000, '10 min': 600_000, '2 h': 7_200_000, '8 days': 8 * 86_400_000 } as const
const BODY = 'Lucía, tienes razón & lo siento: “mañana” lo tienes -- https://example.com/pedido?id=3 👋'

/** Where it breaks, in the order of a sending: what the place and the disk know differs at each. */
const BREAKS: Readonly<Record<string, (answering: Answering) => Promise<unknown>>> = {
  'before anything is written': ({ run }) => run('looked'),
  'after it is written, before it is sent': ({ run }) => run('written'),
  'before the place commits': ({ run, place }) => {
    place.server.writeFaults.push({ kind: 'drop-before-commit' })
    return run()
  },
  'after the place has committed, before it answers': ({ run, place }) => {
    place.server.writeFaults.push({ kind: 'commit-then-drop' })
    return run()
  },
  'after the answer, before it is written': ({ run }) => run('answered'),
  'after everything is written': ({ run }) => run('settled'),
}

const cells = Object.keys(ANSWERING_PLACES).flatMap((channel) =>
  Object.keys(BREAKS).flatMap((broken) =>
    Object.entries(AFTER).map(([after, ms]) => ({ channel, broken, after, ms })),
  ),
)

test.each(cells)(
  '$channel: broken $broken, started again after $after, there is one post',
  async ({ channel, broken, ms }) => {
    const start = ANSWERING_PLACES[channel]
    if (start === undefined) throw new Error(`There is no ${channel}.`)
    const answering = await startAnswering(start)
    const { place, engine, queue, moveBy, restart } = answering
    const said = place.say('lucia', 'Tercera vez que escribo por mi pedido')
    await queue(said, BODY)
    moveBy(21_000)

    await BREAKS[broken]?.(answering)
    await restart(ms)
    if (broken === 'before anything is written') {
      expect(place.under(said)).toEqual([])
      expect((await engine().call('outbox.list', {})).items).toMatchObject([{ state: 'queued', body: BODY }])
    }

    await untilSettled(answering, new Map([[BODY, said]]))
    expect(place.under(said)).toHaveLength(1)
    expect((await engine().call('outbox.list', {})).items).toEqual([])
    expect(await engine().call('outbox.run', {})).toMatchObject({ sent: 1 })
  },
)
