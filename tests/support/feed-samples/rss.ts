import { at, author, item, rss, type FeedSample } from './sample.ts'

export const RSS_FIELDS: readonly FeedSample[] = [
  {
    what: 'the whole text counts before what sums it up',
    text: item(
      '<description>corto</description><content:encoded>largo</content:encoded><itunes:summary>otro</itunes:summary>',
    ),
    items: [{ markup: 'largo' }],
  },
  {
    what: 'a body of XHTML is taken as it stands',
    text: item(
      '<description>corto</description><body xmlns="http://www.w3.org/1999/xhtml"><p>Uno <b>dos</b></p></body>',
    ),
    items: [{ markup: '<p>Uno <b>dos</b></p>' }],
  },
  {
    what: 'a body whose XHTML has a prefix loses it',
    text: item('<x:body><x:p>Uno <x:b>dos</x:b></x:p></x:body>', 'xmlns:x="http://www.w3.org/1999/xhtml"'),
    items: [{ markup: '<p>Uno <b>dos</b></p>' }],
  },
  {
    what: 'markup escaped once too often is markup',
    text: item('<description>&amp;lt;p&amp;gt;Uno &amp;amp;amp; dos&amp;lt;/p&amp;gt;</description>'),
    items: [{ markup: '<p>Uno &amp; dos</p>' }],
  },
  {
    what: 'a title with an element that is none of HTML’s says it',
    text: item('<title>De List&lt;T&gt; a &lt;b&gt;Vec&lt;/b&gt;&lt;u8&gt; &lt;3</title>'),
    items: [{ title: 'De List&lt;T> a <b>Vec</b>&lt;u8> <3' }],
  },
  {
    what: 'a text about markup stays what it says',
    text: item('<description>Escribe &amp;lt;b&amp;gt; y ya</description>'),
    items: [{ markup: 'Escribe &lt;b&gt; y ya' }],
  },
  {
    what: 'a guid is the address where there is no other',
    text: item('<guid>https://place.example/1</guid>'),
    items: [{ externalId: 'https://place.example/1', url: 'https://place.example/1' }],
  },
  {
    what: 'a guid that says it is no address is none',
    text: item('<guid isPermaLink="FALSE">https://place.example/1</guid>'),
    items: [{ externalId: 'https://place.example/1', url: null }],
  },
  {
    what: 'a link counts before the guid, and a counting link keeps what it leads to',
    text: item(
      '<guid>https://place.example/1</guid><link>https://counter.example/~r/1</link><f:origLink>https://place.example/1</f:origLink>',
      'xmlns:f="http://rssnamespace.org/feedburner/ext/1.0"',
    ),
    items: [{ url: 'https://counter.example/~r/1', originalUrl: 'https://place.example/1' }],
  },
  {
    what: 'relative links start from the channel’s link',
    text: rss('<link>https://place.example/blog/</link><item><link>1</link></item>'),
    homeUrl: 'https://place.example/blog/',
    items: [{ url: 'https://place.example/blog/1' }],
  },
  {
    what: 'or from xml:base, at every level',
    text: '<rss version="2.0" xml:base="https://place.example/a/"><channel xml:base="b/"><link>/</link><item xml:base="c/"><link>1</link><description xml:base="d/">x</description></item></channel></rss>',
    homeUrl: 'https://place.example/',
    items: [{ url: 'https://place.example/a/b/c/1', baseUrl: 'https://place.example/a/b/c/d/' }],
  },
  {
    what: 'a link may be the attribute of an Atom link',
    text: item(
      '<atom:link rel="self" href="https://place.example/self"/><atom:link href="https://place.example/1"/>',
    ),
    items: [{ url: 'https://place.example/1' }],
  },
  {
    what: 'an author’s name counts, not the address beside it',
    text: rss(
      [
        '<author>ana@place.example (Ana Ruiz)</author>',
        '<author>Ana Ruiz (ana@place.example)</author>',
        '<author>Ana Ruiz &lt;ana@place.example&gt;</author>',
        '<author>ana@place.example</author><dc:creator>Ana Ruiz</dc:creator>',
        '<author><name>Ana Ruiz</name><email>ana@place.example</email></author>',
        '<author>ana@place.example</author>',
      ]
        .map((one) => `<item>${one}</item>`)
        .join(''),
    ),
    items: [
      ...Array.from({ length: 5 }, () => ({ author: author('Ana Ruiz') })),
      { author: author('ana@place.example') },
    ],
  },
  {
    what: 'a podcast’s items are by whom the podcast is by',
    text: rss(
      '<itunes:author>La radio</itunes:author><item><title>A</title></item><item><itunes:author>Ana</itunes:author></item>',
    ),
    items: [{ author: author('La radio') }, { author: author('Ana') }],
  },
  {
    what: 'the editor of a channel wrote none of its comments',
    text: rss('<managingEditor>jefe@place.example (Jefa)</managingEditor><item><title>A</title></item>'),
    items: [{ author: null }],
  },
  {
    what: 'the first date that can be read is when it was said',
    text: item('<pubDate>ayer</pubDate><dc:date>2026-03-10</dc:date>'),
    items: [{ publishedAt: at('2026-03-10') }],
  },
  {
    what: 'an item has the title and text of its picture where it has no other',
    text: item(
      '<media:group><media:title>no</media:title><media:description>Un gato</media:description></media:group><media:title>Gato</media:title>',
    ),
    items: [{ title: 'Gato', markup: 'Un gato' }],
  },
]
