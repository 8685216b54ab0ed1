import { expect, test } from 'vitest'
import { atom, toAtomDocument } from '../../../../src-main/engine/gather/formats/atom.ts'
import { readInOnePass, type XmlFeed } from '../../../../src-main/engine/gather/formats/parts/xml-document.ts'
import { readWithRssParser } from '../../../../src-main/engine/gather/formats/parts/xml-second-opinion.ts'
import { cleanXml } from '../../../../src-main/engine/gather/formats/parts/xml-text.ts'
import { toRssDocument } from '../../../../src-main/engine/gather/formats/rss.ts'
import { FEED_SAMPLES } from '../../../support/feed-samples/index.ts'

const BASE = 'https://feed.example/feed'

test.each(FEED_SAMPLES.filter(({ isBeyondRssParser }) => !isBeyondRssParser))(
  'two readers understand the same: $what',
  async ({ text }) => {
    const toDocument = (feed: XmlFeed) =>
      atom.recognises(text, null) ? toAtomDocument(feed, BASE) : toRssDocument(feed, BASE)
    const clean = cleanXml(text)
    expect(toDocument(await readWithRssParser(clean))).toEqual(toDocument(readInOnePass(clean)))
  },
)
