import { rssFeed } from '../feed-server.ts'
import { FEED, http, PLAIN, send, sends } from './answers.ts'
import { type Case, failed, gathered } from './case.ts'

const page = (body: string) =>
  sends({
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: `<!doctype html><html><head><title>A page</title></head><body>${body}</body></html>`,
  })
const json = (body: string) => sends({ headers: { 'content-type': 'application/json' }, body })

/** What comes with 200 and is not the feed. */
export const bodyCases: readonly Case[] = [
  {
    name: 'html-instead',
    serves: 'a page where the feed was',
    on: page('<p>Welcome.</p>'),
    comes: failed('web-page'),
  },
  {
    name: 'captive-portal',
    serves: 'a café’s log-in page, by way of a redirect',
    on: http((asked) => {
      if (asked.path === '/feed') send(asked, { status: 302, headers: { location: '/portal' } })
      else
        send(asked, {
          headers: { 'content-type': 'text/html' },
          body: '<html><body><form action="/accept"><input name=room></form></body></html>',
        })
    }),
    comes: failed('web-page'),
  },
  {
    name: 'login-page',
    serves: 'a log-in page with 200',
    on: page('<form method=post><input name=user><input type=password></form>'),
    comes: failed('web-page'),
  },
  {
    name: 'html-without-type',
    serves: 'a page that says it is XML',
    on: sends({ body: '<html><head><title>x</title></head><body>y</body></html>' }),
    comes: failed('web-page'),
  },
  {
    name: 'html-refresh',
    serves: 'a page that sends on by itself',
    on: page('<meta http-equiv=refresh content="0; url=http://127.0.0.1:1/">'),
    comes: failed('web-page'),
  },
  {
    name: 'json-error',
    serves: 'an error in JSON with 200',
    on: json('{"error":{"code":500,"message":"Internal"}}'),
    comes: failed('not-a-feed'),
  },
  { name: 'json-null', serves: 'null', on: json('null'), comes: failed('not-a-feed') },
  {
    name: 'json-feed-without-items',
    serves: 'a JSON Feed without its list',
    on: json('{"version":"https://jsonfeed.org/version/1.1","title":"x"}'),
    comes: failed('broken-document'),
  },
  {
    name: 'json-feed-odd-items',
    serves: 'a JSON Feed whose items are numbers, nulls and one item',
    on: json(
      '{"version":"https://jsonfeed.org/version/1.1","items":[1,null,"x",[],{"id":"1","content_text":"Hola"}]}',
    ),
    comes: gathered(1),
  },
  {
    name: 'xml-no-feed',
    serves: 'XML that is no feed',
    on: sends({ body: '<?xml version="1.0"?><note><to>you</to></note>' }),
    comes: failed('not-a-feed'),
  },
  {
    name: 'sitemap',
    serves: 'a site map',
    on: sends({
      body: '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://place.example/</loc></url></urlset>',
    }),
    comes: failed('not-a-feed'),
  },
  {
    name: 'opml-instead',
    serves: 'a list of feeds',
    on: sends({
      body: '<opml version="2.0"><body><outline text="a" xmlUrl="http://127.0.0.1:1/"/></body></opml>',
    }),
    comes: failed('list-of-feeds'),
  },
  {
    name: 'svg-instead',
    serves: 'a picture in XML with a script',
    on: sends({
      headers: { 'content-type': 'image/svg+xml' },
      body: '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    }),
    comes: failed('not-a-feed'),
  },
  {
    name: 'soap-fault',
    serves: 'a fault of a web service',
    on: sends({
      body: '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><s:Fault/></s:Body></s:Envelope>',
    }),
    comes: failed('not-a-feed'),
  },
  {
    name: 'php-warning-before',
    serves: 'a warning of the site’s program before the feed',
    on: sends({
      body: `<br />\n<b>Warning</b>: Undefined variable in /srv/feed.php on line 3<br />\n${FEED}`,
    }),
    comes: gathered(1),
  },
  {
    name: 'script-after',
    serves: 'a script after the end of the feed',
    on: sends({ body: `${FEED}<script>track()</script>` }),
    comes: gathered(1),
  },
  {
    name: 'two-feeds',
    serves: 'the same feed twice, one after the other',
    on: sends({ body: FEED + FEED }),
    comes: gathered(1),
  },
  {
    name: 'text-instead',
    serves: 'a sentence',
    on: sends({ headers: { 'content-type': 'text/plain' }, body: 'Service temporarily unavailable.' }),
    comes: failed('not-a-feed'),
  },
  {
    name: 'png-instead',
    serves: 'a picture',
    on: sends({
      headers: { 'content-type': 'image/png' },
      body: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    }),
    comes: failed('not-a-feed'),
  },
  {
    name: 'zip-instead',
    serves: 'a packed folder',
    on: sends({
      headers: { 'content-type': 'application/zip' },
      body: Buffer.from('504b0304140000000800', 'hex'),
    }),
    comes: failed('not-a-feed'),
  },
  {
    name: 'items-empty',
    serves: 'an item in which nothing is said',
    on: sends({ body: rssFeed([{ id: '1' }, PLAIN]) }),
    comes: gathered(2),
  },
]
