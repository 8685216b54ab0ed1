import { expect, test } from 'vitest'
import { forgetPassedOver } from '../../../../src-main/engine/gather/health/passed-over.ts'
import { passOver } from '../../../../src-main/engine/gather/save/mention-rows.ts'
import { distinctItems } from '../../../../src-main/engine/gather/save/distinct.ts'
import { openBrand } from '../../../support/brand-shelf.ts'
import { said } from '../../../support/read-mention.ts'

const DAY = 86_400_000
const NOW = Date.parse('2026-03-10T09:00:00Z')
const item = (id: string) => said({ id, title: id, text: `No habla de la marca: ${id}.` })
const source = { id: 1, host: 'foro.example', brings: 'what-names-us' }
const hashOf = (id: string) => {
  const [distinct] = distinctItems(source.host, [item(id)]).items
  if (!distinct) throw new Error('There is no item.')
  return distinct.identity.guidHash
}

test('what was passed over is forgotten when it was not listed for two months, and never while it is listed', () => {
  const { db } = openBrand()
  passOver(db, source.id, hashOf('gone'), NOW)
  passOver(db, source.id, hashOf('listed'), NOW)
  passOver(db, 2, hashOf('gone'), NOW)
  const left = () => db.prepare('SELECT source_id, guid_hash FROM passed_over ORDER BY source_id').all()

  forgetPassedOver(db, source, [item('listed'), item('gone')], NOW + 30 * DAY)
  forgetPassedOver(db, source, [item('listed')], NOW + 90 * DAY)
  expect(left()).toHaveLength(3)
  forgetPassedOver(db, source, [item('listed')], NOW + 98 * DAY)
  expect(left()).toEqual([
    { source_id: 1, guid_hash: hashOf('listed') },
    { source_id: 2, guid_hash: hashOf('gone') },
  ])
  forgetPassedOver(db, source, [item('listed')], NOW + 10_000 * DAY)
  expect(left()).toHaveLength(2)
})
