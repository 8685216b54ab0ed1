import { expect, test } from 'vitest'
import { createNotebook } from '../../../../src-main/engine/gather/run/notebook.ts'
import { newWriteTurn } from '../../../../src-main/engine/store/user-act.ts'
import { openBrand } from '../../../support/brand-shelf.ts'

test('what can wait is written together: at the latest when the run is over, and soon when there is much', () => {
  const { db } = openBrand()
  const notes = createNotebook(newWriteTurn())
  const written: boolean[] = []
  const note = { write: () => void written.push(db.inTransaction), lost: () => undefined }
  for (let count = 0; count < 199; count += 1) notes.later(db, note)
  expect(written).toEqual([])
  notes.later(db, note)
  expect(written).toHaveLength(200)
  notes.later(db, note)
  notes.flush()
  expect(written).toEqual(Array.from({ length: 201 }, () => true))
})

test('notes that cannot be written are said to be lost, each of them', () => {
  const { db } = openBrand()
  const notes = createNotebook(newWriteTurn())
  const lost: unknown[] = []
  const full = new Error('The disk is full.')
  notes.later(db, { write: () => undefined, lost: (error) => lost.push(error) })
  notes.later(db, {
    write: () => {
      throw full
    },
    lost: (error) => lost.push(error),
  })
  notes.flush()
  expect(lost).toEqual([full, full])
})
