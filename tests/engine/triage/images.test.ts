import { expect, test } from 'vitest'
import { imageUrls } from '../../../src-main/engine/triage/images.ts'
import { startTestEngine } from '../../support/test-engine.ts'

test('the images of a mention are fetched when asked for, each once', async () => {
  const engine = startTestEngine()
  const brandId = await engine.addBrand()
  const address = 'http://127.0.0.1:9/a.png?x=1&amp;y=2'
  const html = `<img data-src="${address}"><p>Mirad</p><img data-src="${address}">`
  const id = engine.addMention(brandId, 'Mirad', { html, images: 2 })

  const { images } = await engine.call('mentions.images', { id })
  expect(images.map(({ url }) => url)).toEqual(['http://127.0.0.1:9/a.png?x=1&y=2'])
})

test.each([
  [
    'quoted either way',
    `<img data-src="https://a.example/1"><img data-src='https://a.example/2'>`,
    ['https://a.example/1', 'https://a.example/2'],
  ],
  ['escaped', '<img data-src="https://a.example/?q=&quot;&#38;&#x41;">', ['https://a.example/?q="&A']],
  [
    'only said in a text or in another attribute',
    `<p> data-src="https://a.example/1"</p><img alt=" data-src='https://a.example/2'"><p data-src="https://a.example/3">`,
    [],
  ],
  [
    'no place on the web',
    '<img data-src="javascript:alert(1)"><img data-src="data:x"><img src="https://a.example/1">',
    [],
  ],
])('an image’s address is read when it is %s', (_says, html, urls) => {
  expect(imageUrls(html)).toEqual(urls)
})

test('more than forty images of one mention are not asked for', () => {
  const html = Array.from({ length: 60 }, (_, n) => `<img data-src="https://a.example/${n}">`).join('')
  expect(imageUrls(html)).toHaveLength(40)
})
