import { expect, test } from 'vitest'
import { atom } from '../../../../src-main/engine/gather/formats/atom.ts'
import { rss } from '../../../../src-main/engine/gather/formats/rss.ts'
import { FEED_SAMPLES } from '../../../support/feed-samples/index.ts'

const BASE = 'https://feed.example/feed'

test.each(FEED_SAMPLES)('$what', async ({ text, items, title, homeUrl }) => {
  const format = [rss, atom].find((one) => one.recognises(text, null))
  const document = await format?.parse(text, BASE)
  if (title !== undefined) expect(document?.title).toBe(title)
  if (homeUrl !== undefined) expect(document?.homeUrl).toBe(homeUrl)
  expect(document?.items).toHaveLength(items.length)
  expect(document?.items).toMatchObject(items)
})
