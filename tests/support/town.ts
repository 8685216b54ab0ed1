import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { gzipSync, brotliCompressSync } from 'node:zlib'
import iconv from 'iconv-lite'
import { onTestFinished } from 'vitest'

/** A small town on loopback where people talk about Café Aurora: a blog, a review site, a forum, a shop, a radio. */
export interface Town {
  readonly origin: string
  /** Everything asked of it so far: `GET /path` and the conditional headers that came along. */
  readonly asked: readonly { readonly path: string; readonly ifNoneMatch: string | undefined }[]
  /** Replaces what the review site says. */
  readonly edit: (path: string, body: string) => void
  readonly close: () => Promise<void>
}

interface Place {
  readonly type: string
  readonly body: string
  readonly charset: 'utf-8' | 'iso-8859-1' | 'windows-1252' | 'utf-16le'
  readonly packed: 'plain' | 'gzip' | 'br'
  readonly status: number
}

const place = (body: string, fields: Partial<Place> = {}): Place => ({
  type: 'application/xml',
  charset: 'utf-8',
  packed: 'plain',
  status: 200,
  ...fields,
  body,
})

/** Days before the town's now. */
const NOW = Date.UTC(2026, 10, 20, 9)
const ago = (days: number) => new Date(NOW - days * 86_400_000)

export async function openTown(): Promise<Town> {
  const places = new Map<string, Place>()
  const asked: { path: string; ifNoneMatch: string | undefined }[] = []
  const server = createServer((request, response) => answer(places, asked, request, response))
  const origin = await listen(server)
  for (const [path, what] of townPlaces(origin)) places.set(path, what)
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections()
      server.close(() => resolve())
    })
  onTestFinished(close)
  return {
    origin,
    asked,
    edit: (path, body) => {
      const before = places.get(path)
      if (!before) throw new Error(`The town has no ${path}.`)
      places.set(path, { ...before, body })
    },
    close,
  }
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      if (address === null || typeof address === 'string') throw new Error('The town has no port.')
      resolve(`http://127.0.0.1:${address.port}`)
    }),
  )
}

function answer(
  places: ReadonlyMap<string, Place>,
  asked: { path: string; ifNoneMatch: string | undefined }[],
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const path = request.url ?? '/'
  asked.push({ path, ifNoneMatch: request.headers['if-none-match'] })
  const found = places.get(path)
  if (!found) {
    response.writeHead(404, { 'Content-Type': 'text/plain' }).end('No such place')
    return
  }
  const etag = `"${found.body.length}-${found.body.charCodeAt(found.body.length >> 1)}"`
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, { ETag: etag }).end()
    return
  }
  const bytes = iconv.encode(found.body, found.charset, { addBOM: found.charset === 'utf-16le' })
  const packed =
    found.packed === 'gzip' ? gzipSync(bytes) : found.packed === 'br' ? brotliCompressSync(bytes) : bytes
  response.writeHead(found.status, {
    'Content-Type': found.type,
    ETag: etag,
    ...(found.packed === 'plain' ? {} : { 'Content-Encoding': found.packed }),
  })
  response.end(packed)
}

function townPlaces(origin: string): [string, Place][] {
  return [
    ['/', place(HOME, { type: 'text/html; charset=utf-8' })],
    ['/blog/feed.xml', place(blog(origin), { packed: 'gzip' })],
    ['/resenas.atom', place(reviews(origin), { type: 'application/atom+xml', packed: 'br' })],
    ['/foro.rdf', place(forum(origin), { charset: 'iso-8859-1', type: 'text/xml' })],
    ['/shop/feed.json', place(shop(origin), { type: 'application/feed+json' })],
    [
      '/radio.xml',
      place(radio(origin), { charset: 'windows-1252', type: 'application/rss+xml; charset=windows-1252' }),
    ],
    ['/broken.xml', place('esto no es nada', { type: 'text/plain' })],
    ['/down.xml', place('fuera de servicio', { status: 503, type: 'text/plain' })],
  ]
}

const HOME = `<!doctype html><html lang="es"><head><meta charset="utf-8"><title>Calle Mayor</title>
<link rel="alternate" type="application/rss+xml" title="El blog de la calle" href="/blog/feed.xml">
</head><body><h1>Calle Mayor</h1></body></html>`

const blog = (origin: string) => `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>El blog de la calle</title><link>${origin}/</link>
<item><title>Desayunos de la calle</title><link>${origin}/blog/1</link><guid isPermaLink="false">blog-1</guid>
<dc:creator>calle_mayor</dc:creator><pubDate>${ago(2).toUTCString()}</pubDate>
<content:encoded><![CDATA[<p>Hoy toca <b>Café Aurora</b>: las tostadas llegaron frías y nadie pidió perdón.</p><script>alert(1)</script><img src="https://rastreo.example/p.gif" width="1" height="1">]]></content:encoded></item>
<item><title>La panadería nueva</title><link>${origin}/blog/2</link><guid isPermaLink="false">blog-2</guid>
<dc:creator>calle_mayor</dc:creator><pubDate>${ago(3).toUTCString()}</pubDate><description>Abre el lunes en la esquina.</description></item>
<item><title>Un año de Aurora</title><link>${origin}/blog/3</link><guid isPermaLink="false">blog-3</guid>
<dc:creator>calle_mayor</dc:creator><pubDate>${ago(60).toUTCString()}</pubDate><description>Café Aurora cumple un año.</description></item>
</channel></rss>`

const reviews = (origin: string) => `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:im="http://itunes.apple.com/rss" xmlns:thr="http://purl.org/syndication/thread/1.0">
<title>Reseñas de Café Aurora</title><id>urn:resenas</id><link href="${origin}/resenas"/><updated>${ago(1).toISOString()}</updated>
<entry><id>urn:resena:1</id><title>Tercera vez que escribo</title><updated>${ago(1).toISOString()}</updated>
<author><name>Lucía M</name><uri>${origin}/u/lucia_m</uri></author><link href="${origin}/resenas/1"/><im:rating>2</im:rating>
<content type="html">&lt;p&gt;Pedí un pastel de zanahoria y llegó de limón. ¿Alguien lee esto?&lt;/p&gt;</content></entry>
<entry><id>urn:resena:2</id><title>Lovely place</title><updated>${ago(4).toISOString()}</updated>
<author><name>slow_morning</name></author><link href="${origin}/resenas/2"/><im:rating>5</im:rating>
<content type="text">The coffee was wonderful and the staff remembered my name.</content></entry>
<entry><id>urn:resena:3</id><title>Re: Lovely place</title><updated>${ago(3).toISOString()}</updated>
<author><name>@cafe_aurora</name></author><link href="${origin}/resenas/3"/><thr:in-reply-to ref="urn:resena:2"/>
<content type="text">Thank you! See you next Sunday.</content></entry>
</feed>`

const forum = (origin: string) => `<?xml version="1.0" encoding="iso-8859-1"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="${origin}/foro"><title>Foro de vecinos</title><link>${origin}/foro</link><description>Vecinos</description></channel>
<item rdf:about="${origin}/foro/7"><title>¿Dónde merendar?</title><link>${origin}/foro/7</link>
<description>En Café Aurora el chocolate está espeso y la niña salió feliz. ¡Volveremos!</description>
<dc:creator>ñandú_82</dc:creator><dc:date>${ago(5).toISOString()}</dc:date></item>
<item rdf:about="${origin}/foro/8"><title>Farola rota</title><link>${origin}/foro/8</link>
<description>La farola de la plaza sigue rota.</description><dc:creator>ñandú_82</dc:creator><dc:date>${ago(5).toISOString()}</dc:date></item>
</rdf:RDF>`

const shop = (origin: string) =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Loja da Aurora',
    home_page_url: `${origin}/shop`,
    items: [
      {
        id: 'shop-1',
        url: `${origin}/shop/1`,
        title: 'Caneca',
        content_text: 'A caneca do Café Aurora chegou partida e ninguém respondeu à minha mensagem.',
        date_published: ago(2.5).toISOString(),
        authors: [{ name: 'mar_calmo' }],
      },
    ],
  })

const radio = (origin: string) => `<?xml version="1.0" encoding="windows-1252"?>
<rss version="0.91"><channel><title>Radio Barrio</title><link>${origin}/radio</link><description>Hoy</description>
<item><title>“Café Aurora” abre los domingos</title><link>${origin}/radio/1</link>
<description>Desde mañana, de 9 a 14 h — con música.</description></item>
</channel></rss>`
