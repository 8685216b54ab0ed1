import { at, author, entry, item, type FeedSample } from './sample.ts'

export const NAMESPACES: readonly FeedSample[] = [
  {
    what: 'modules are known by their addresses, whatever their prefixes',
    text: item(
      '<c:encoded>&lt;p&gt;Todo&lt;/p&gt;</c:encoded><d:creator>Ana</d:creator><t:in-reply-to ref="0"/>',
      'xmlns:c="http://purl.org/rss/1.0/modules/content/" xmlns:d="http://purl.org/dc/elements/1.1/" xmlns:t="http://purl.org/syndication/thread/1.0"',
    ),
    items: [{ markup: '<p>Todo</p>', author: author('Ana'), inReplyTo: '0', kind: 'comment' }],
  },
  {
    what: 'the same names of other modules say nothing of the item',
    text: item(
      '<title>Uno</title><link>https://place.example/1</link><ex:title>otro</ex:title><ex:link>https://x.example/</ex:link><image><title>no</title><link>https://logo.example/</link></image>',
      'xmlns:ex="http://x.example/ns"',
    ),
    items: [{ title: 'Uno', url: 'https://place.example/1' }],
  },
  {
    what: 'RSS under a prefix is RSS',
    text: `<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:s="http://purl.org/rss/1.0/"><s:channel><s:title>T</s:title></s:channel><s:item r:about="https://place.example/1"><s:title>Uno</s:title></s:item></r:RDF>`,
    title: 'T',
    items: [{ title: 'Uno', externalId: 'https://place.example/1' }],
  },
  {
    what: 'where RSS has a prefix, the same names without one are somebody else’s',
    text: `<r:rss version="2.0" xmlns:r="http://backend.userland.com/rss2" xmlns="http://x.example/ns"><r:channel><r:item><title>no</title><r:title>Uno</r:title><description>no</description><r:description>sí</r:description></r:item></r:channel></r:rss>`,
    items: [{ title: 'Uno', markup: 'sí' }],
  },
  {
    what: 'and the same in RDF',
    text: `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:s="http://purl.org/rss/1.0/" xmlns="http://purl.org/dc/elements/1.1/"><s:channel><s:title>T</s:title></s:channel><s:item><s:title>Uno</s:title><creator>Ana</creator></s:item></rdf:RDF>`,
    title: 'T',
    items: [{ title: 'Uno', author: author('Ana') }],
  },
  {
    what: 'Atom under a prefix is Atom',
    text: '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>T</a:title><a:entry><a:id>1</a:id><a:title>Uno</a:title><a:link href="https://place.example/1"/></a:entry></a:feed>',
    title: 'T',
    items: [{ externalId: '1', title: 'Uno', url: 'https://place.example/1' }],
  },
  {
    what: 'Atom inside Atom may have a prefix too',
    text: entry(
      '<atom:title>Uno</atom:title><atom:author><atom:name>Ana</atom:name></atom:author>',
      'xmlns:atom="http://www.w3.org/2005/Atom"',
    ),
    items: [{ title: 'Uno', author: author('Ana') }],
  },
  {
    what: 'modules of Atom fill what RSS leaves out',
    text: item(
      '<a10:id>7</a10:id><a10:author><a10:name>Ana</a10:name></a10:author><a10:updated>2026-03-10T09:00:00Z</a10:updated><a10:link href="https://place.example/7"/>',
      'xmlns:a10="http://www.w3.org/2005/Atom"',
    ),
    items: [
      {
        externalId: '7',
        author: author('Ana'),
        publishedAt: at('2026-03-10T09:00:00Z'),
        url: 'https://place.example/7',
      },
    ],
  },
  {
    what: 'a module that nobody declared is taken by its prefix',
    text: item('<dc:creator>Ana</dc:creator><content:encoded>Todo</content:encoded>'),
    items: [{ author: author('Ana'), markup: 'Todo' }],
  },
  {
    what: 'a module declared on each of its elements is known there',
    text: item(
      '<creator xmlns="http://purl.org/dc/elements/1.1/">Ana</creator><encoded xmlns="http://purl.org/rss/1.0/modules/content/">Todo</encoded>',
    ),
    items: [{ author: author('Ana'), markup: 'Todo' }],
  },
]
