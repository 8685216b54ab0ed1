import { at, atom, atom03, author, entry, type FeedSample } from './sample.ts'

export const ATOM: readonly FeedSample[] = [
  {
    what: 'Atom 0.3 has other names for dates and taglines',
    text: atom03(
      '<title mode="escaped" type="text/html">Caf&amp;eacute;</title><tagline>lema</tagline><link rel="alternate" type="text/html" href="https://place.example/"/><entry><issued>2026-03-10T09:00:00Z</issued><modified>2026-03-11T09:00:00Z</modified><id>1</id></entry>',
    ),
    title: 'Caf&eacute;',
    homeUrl: 'https://place.example/',
    items: [
      { externalId: '1', publishedAt: at('2026-03-10T09:00:00Z'), updatedAt: at('2026-03-11T09:00:00Z') },
    ],
  },
  {
    what: 'Atom 0.3 may be in base64',
    text: atom03(
      `<entry><title type="text/html" mode="base64">${Buffer.from('<b>Café</b>').toString('base64')}</title><content type="application/octet-stream" mode="base64">\n ${Buffer.from('<p>Todo</p>').toString('base64')}\n</content></entry>`,
    ),
    items: [{ title: '<b>Café</b>', markup: '<p>Todo</p>' }],
  },
  {
    what: 'what says that it is plain text is, however it is packed',
    text: atom03('<entry><title type="text/plain" mode="escaped">El tag &lt;blink&gt;</title></entry>'),
    items: [{ title: 'El tag &lt;blink&gt;' }],
  },
  {
    what: 'a picture in base64 is no text',
    text: entry('<summary>Foto</summary><content type="image/png">iVBORw0KGgoAAAANSUhEUgAA/9j/</content>'),
    items: [{ markup: 'Foto' }],
  },
  {
    what: 'plain text stays plain, markup stays markup',
    text: atom(
      [
        '<title type="text">2 &lt; 3 &amp; 4</title>',
        '<title type="html">Uno &lt;b&gt;dos&lt;/b&gt;</title>',
        '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Uno <b>dos</b></div></title>',
        '<title>El tag &lt;blink&gt; de antes</title>',
      ]
        .map((title) => `<entry>${title}</entry>`)
        .join(''),
    ),
    items: [
      { title: '2 &lt; 3 &amp; 4' },
      { title: 'Uno <b>dos</b>' },
      { title: '<div xmlns="http://www.w3.org/1999/xhtml">Uno <b>dos</b></div>' },
      { title: 'El tag &lt;blink&gt; de antes' },
    ],
  },
  {
    what: 'text written elsewhere is summed up here',
    text: entry('<content src="https://place.example/1.html" type="text/html"/><summary>En breve</summary>'),
    items: [{ markup: 'En breve' }],
  },
  {
    what: 'xml:base is heeded at every level, on links too',
    text: entry(
      '<id>1</id><link xml:base="c/" href="1"/><content xml:base="d/" type="html">x</content>',
      'xml:base="https://place.example/a/"',
    ),
    items: [{ url: 'https://place.example/a/c/1', baseUrl: 'https://place.example/a/d/' }],
  },
  {
    what: 'an id that is a path is whole where the document says from where',
    text: entry('<id>posts/7</id>', 'xml:base="https://place.example/a/"'),
    items: [{ externalId: 'https://place.example/a/posts/7' }],
  },
  {
    what: 'and stays as it is where it does not',
    text: entry('<id>posts/7</id>'),
    items: [{ externalId: 'posts/7' }],
  },
  {
    what: 'the page counts among links, not what it is edited, answered or heard by',
    text: entry(
      '<link rel="self" href="https://place.example/self"/><link rel="replies" href="https://place.example/r"/><link rel="alternate" type="application/json" href="https://place.example/1.json"/><link rel="alternate" type="text/html" href="https://place.example/1"/>',
    ),
    items: [{ url: 'https://place.example/1' }],
  },
  {
    what: 'an entry is by its author, else its source’s, else the feed’s',
    text: atom(
      '<author><name>Foro</name></author><entry><author><name>Ana</name><uri>https://place.example/ana</uri></author></entry><entry><source><author><name>Otro</name></author></source></entry><entry/><entry><author><email>pau@place.example</email></author></entry>',
    ),
    items: [
      { author: author('Ana', null, 'https://place.example/ana') },
      { author: author('Otro') },
      { author: author('Foro') },
      { author: author('pau@place.example') },
    ],
  },
]
