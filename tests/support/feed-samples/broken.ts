import { item, rss, type FeedSample } from './sample.ts'

export const BROKEN: readonly FeedSample[] = [
  {
    what: 'HTML’s entities, and numbers of Windows-1252, are letters',
    text: item('<title>Ca&ntilde;a &#150; &#x93;caf&#233;&#148; &hellip; &nosuch;</title>'),
    items: [{ title: 'Caña – “café” … &nosuch;' }],
  },
  {
    what: 'entities of a DTD are never expanded',
    text: `<!DOCTYPE rss [<!ENTITY a "ja"><!ENTITY b "&a;&a;"><!ENTITY lt "ja">]>${item('<title>&b; &lt;i&gt;</title>')}`,
    items: [{ title: '&b; <i>' }],
  },
  {
    what: 'a bare ampersand and a bare sign are text',
    text: item('<title>Uno & dos <3 4 < 5</title><link>https://place.example/?a=1&b=2</link>'),
    items: [{ title: 'Uno & dos <3 4 < 5', url: 'https://place.example/?a=1&b=2' }],
  },
  {
    what: 'what stands before the XML is left out',
    text: `\n\nWarning: Cannot modify header in x.php\n<!-- cached --><?xml version="1.0"?>${item('<title>Uno</title>')}`,
    items: [{ title: 'Uno' }],
  },
  {
    what: 'bare markup in a description stays in its order',
    text: item('<description>Uno <b>dos</b> tres<br/>cuatro <![CDATA[<i>cinco</i>]]></description>'),
    items: [{ markup: 'Uno <b>dos</b> tres<br/>cuatro <i>cinco</i>' }],
  },
  {
    what: 'text in pieces is one text',
    text: item('<title>Uno <![CDATA[& <b>dos</b>]]> &amp; tres</title>'),
    items: [{ title: 'Uno & <b>dos</b> & tres' }],
  },
  {
    what: 'an item inside an item is one too, unless it is empty',
    text: item(
      '<title>Uno</title><x:conflicts><x:conflict><item><title>Dos</title></item></x:conflict></x:conflicts><item/>',
    ),
    items: [{ title: 'Uno' }, { title: 'Dos' }],
  },
  {
    what: 'items that somebody put into a list of their own are items',
    text: rss('<items><item><title>Uno</title></item></items>'),
    isBeyondRssParser: true,
    items: [{ title: 'Uno' }],
  },
  {
    what: 'a licence of many pages before the feed hides nothing',
    text: `<!-- ${'Copyright <rdf> '.repeat(3000)} -->${item('<title>Uno</title>')}`,
    items: [{ title: 'Uno' }],
  },
  {
    what: 'controls are left out',
    text: item('<title>U\u0000n\u0008o\u001f</title>'),
    items: [{ title: 'Uno' }],
  },
]
