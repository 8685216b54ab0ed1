import { at, type FeedSample } from './sample.ts'

export const RSS_0X: readonly FeedSample[] = [
  {
    what: 'RSS 0.90 keeps its items beside the channel',
    text: `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>Viejo</title><link>https://place.example/</link></channel><image><title>Logo</title><link>https://logo.example/</link></image><item><title>Uno</title><link>https://place.example/1</link></item><textinput><title>Buscar</title><link>https://place.example/s</link></textinput></rdf:RDF>`,
    title: 'Viejo',
    homeUrl: 'https://place.example/',
    items: [{ title: 'Uno', url: 'https://place.example/1' }],
  },
  {
    what: 'RSS 0.91 of Netscape has a DTD that is not looked at',
    text: `<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"><channel><title>Viejo</title><item><title>Uno</title><description>d</description></item></channel></rss>`,
    items: [{ title: 'Uno', markup: 'd' }],
  },
  {
    what: 'RSS 0.92 has items without a title',
    text: `<rss version="0.92"><channel><item><description>Solo &lt;b&gt;texto&lt;/b&gt;</description></item></channel></rss>`,
    items: [{ title: '', markup: 'Solo <b>texto</b>' }],
  },
  {
    what: 'an old channel may keep its items beside it',
    isBeyondRssParser: true,
    text: '<rss version="0.91"><channel><title>T</title></channel><item><title>Uno</title></item></rss>',
    title: 'T',
    items: [{ title: 'Uno' }],
  },
  {
    what: 'items without any channel are items',
    isBeyondRssParser: true,
    text: '<rss><item><title>Uno</title></item></rss>',
    items: [{ title: 'Uno' }],
  },
  {
    what: 'upper case makes no other feed',
    text: '<RSS VERSION="2.0"><CHANNEL><TITLE>T</TITLE><ITEM><TITLE>Uno</TITLE><PUBDATE>Tue, 10 Mar 2026 09:00:00 GMT</PUBDATE></ITEM></CHANNEL></RSS>',
    title: 'T',
    items: [{ title: 'Uno', publishedAt: at('2026-03-10T09:00:00Z') }],
  },
  {
    what: 'what an item of RSS 1.0 is about is its id, and its address where it has no link',
    text: `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="https://place.example/"><title>T</title></channel><item rdf:about="https://place.example/1"><title>Uno</title></item></rdf:RDF>`,
    items: [{ externalId: 'https://place.example/1', url: 'https://place.example/1' }],
  },
  {
    what: 'RDF that names RSS and says nothing is an empty feed',
    isBeyondRssParser: true,
    text: `<!DOCTYPE rdf:RDF [<!ENTITY % latin PUBLIC "-//W3C//ENTITIES Latin 1//EN" "http://place.example/latin.ent">%latin;]><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"> </rdf:RDF>`,
    items: [],
  },
]
