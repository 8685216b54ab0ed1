// @ts-check
import { seeded } from './random.mjs'
import { LANGUAGES, writer } from './words.mjs'

/**
 * @typedef {{ path: string, type: string, body: Buffer }} Feed
 * @typedef {{ id: string, title: string, author: string, text: string, html: string, url: string, at: Date, stars: number | null }} Item
 */

/**
 * Feeds as a community manager's list has them, by index modulo 20: RSS 2.0 (9, and 2 in ISO-8859-1 that only their XML
 * declares), Atom (4), RSS 1.0 (1), JSON Feed (2), App Store reviews (2). The same seed gives the same bytes.
 * @param {{ feeds: number, items: number, seed: number }} size
 * @returns {Feed[]}
 */
export function makeCorpus({ feeds, items, seed }) {
  const random = seeded(seed)
  const write = writer(random)
  return Array.from({ length: feeds }, (_, feed) => {
    const language = LANGUAGES[Math.floor(random() * 3)] ?? 'es'
    const said = Array.from({ length: items }, (_item, index) => {
      const url = `https://site${feed}.example/posts/${index}`
      const first = write.body(language)
      const second = write.sentence(language, 20)
      return {
        id: `${url}#${feed}`,
        title: write.sentence(language, 6),
        author: write.name(),
        text: `${first} ${second}`,
        html: `<p>${first}</p>\n<p><a href="${url}?a=1&amp;b=2">${write.sentence(language, 2)}</a> <img src="https://img.example/${feed}-${index}.jpg" alt=""> <b>${second}</b></p>`,
        url,
        at: new Date(
          Date.UTC(2026, 5, 1) -
            Math.floor(random() * 300) * 86_400_000 -
            Math.floor(random() * 86_400) * 1000,
        ),
        stars: 1 + Math.floor(random() * 5),
      }
    }).sort((a, b) => b.at.getTime() - a.at.getTime())
    return toFeed(feed, said)
  })
}

/** @param {number} feed @param {Item[]} items @returns {Feed} */
function toFeed(feed, items) {
  const kind = feed % 20
  const path = `/feeds/${feed}`
  const title = `Feed ${feed}`
  if (kind <= 8)
    return { path, type: 'application/rss+xml; charset=utf-8', body: Buffer.from(rss(title, items, 'utf-8')) }
  if (kind <= 10)
    return { path, type: 'application/rss+xml', body: Buffer.from(rss(title, items, 'iso-8859-1'), 'latin1') }
  if (kind <= 14)
    return { path, type: 'application/atom+xml', body: Buffer.from(atom(title, items, plainEntry)) }
  if (kind === 15) return { path, type: 'application/rdf+xml', body: Buffer.from(rdf(title, items)) }
  if (kind <= 17) return { path, type: 'application/feed+json', body: Buffer.from(jsonFeed(title, items)) }
  return { path, type: 'text/xml; charset=utf-8', body: Buffer.from(atom(title, items, reviewEntry)) }
}

/** @param {string} text */
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** @param {string} title @param {Item[]} items @param {string} encoding */
function rss(title, items, encoding) {
  return `<?xml version="1.0" encoding="${encoding}"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>${title}</title><link>https://site.example/</link>
${items.map((item) => `<item><guid isPermaLink="false">${item.id}</guid><title>${escaped(item.title)}</title><link>${item.url}</link><dc:creator>${item.author}</dc:creator><pubDate>${item.at.toUTCString()}</pubDate><description>${escaped(item.text.slice(0, 100))}</description><content:encoded><![CDATA[${item.html}]]></content:encoded></item>`).join('\n')}
</channel></rss>`
}

/** @param {string} title @param {Item[]} items */
function rdf(title, items) {
  return `<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://site.example/"><title>${title}</title></channel>
${items.map((item) => `<item rdf:about="${item.url}"><title>${escaped(item.title)}</title><link>${item.url}</link><dc:creator>${item.author}</dc:creator><dc:date>${item.at.toISOString()}</dc:date><description>${escaped(item.html)}</description></item>`).join('\n')}
</rdf:RDF>`
}

/** @param {string} title @param {Item[]} items @param {(item: Item) => string} entry */
function atom(title, items, entry) {
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:im="http://itunes.apple.com/rss"><title>${title}</title><id>${title}</id><updated>2026-06-01T00:00:00Z</updated>
${items.map(entry).join('\n')}
</feed>`
}

/** @param {Item} item */
const plainEntry = (item) =>
  `<entry><id>${item.id}</id><title>${escaped(item.title)}</title><link href="${item.url}"/><author><name>${item.author}</name></author><published>${item.at.toISOString()}</published><updated>${item.at.toISOString()}</updated><content type="html">${escaped(item.html)}</content></entry>`

/** @param {Item} item */
const reviewEntry = (item) =>
  `<entry><id>${item.id}</id><title>${escaped(item.title)}</title><link href="${item.url}"/><author><name>${item.author}</name><uri>https://apps.example/${item.id}</uri></author><updated>${item.at.toISOString()}</updated><im:rating>${item.stars}</im:rating><im:version>4.2</im:version><content type="text">${escaped(item.text)}</content></entry>`

/** @param {string} title @param {Item[]} items */
function jsonFeed(title, items) {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    items: items.map((item) => ({
      id: item.id,
      title: item.title,
      url: item.url,
      authors: [{ name: item.author }],
      date_published: item.at.toISOString(),
      content_html: item.html,
    })),
  })
}
