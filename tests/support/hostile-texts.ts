import { rssFeed } from './feed-server.ts'

/** What people have tried in places where others read: `js` says that it ran, `url` tells the canary. */
type Vector = (js: string, url: string) => string

const SCRIPTS: readonly Vector[] = [
  (js) => `<script>${js}</script>`,
  (js) => `<ScRiPt >${js}</sCrIpT >`,
  (js) => `<script src="data:text/javascript,${js}"></script>`,
  (_, url) => `<script src="${url}"></script>`,
  (js) => `<<script>script>${js}</script>`,
  (js) => `<scr<script>ipt>${js}</scr</script>ipt>`,
  (js) => `<script\u0009type="module">${js}</script>`,
  (js) => `<svg><script>${js}</script></svg>`,
  (js) => `<svg><script href="data:text/javascript,${js}" /></svg>`,
  (js) => `<script>/*<p title="*/${js}//"></script>`,
  (js) => `&lt;script&gt;${js}&lt;/script&gt;`,
  (js) => `&amp;lt;script&amp;gt;${js}&amp;lt;/script&amp;gt;`,
]

const HANDLERS: readonly Vector[] = [
  (js) => `<img src=x onerror="${js}">`,
  (js) => `<img src=x:x/onerror=${js}>`,
  (js) => `<img/src="x"/onerror=${js}>`,
  (js) => `<img src=data: onerror\u000c=${js}>`,
  (js) => `<IMG """><img src=x onerror=${js}>">`,
  (js) => `<img src=x onerror="&#116;op.ran=self.ran=1;${js}">`,
  (js) => `<svg onload=${js}>`,
  (js) => `<svg/onload=${js}//`,
  (js) => `<svg><animate onbegin=${js} attributeName=x dur=1s>`,
  (js) => `<svg><set onbegin=${js} attributeName=x dur=1s></svg>`,
  (js) => `<body onload=${js}><body onpageshow=${js}>`,
  (js) => `<details open ontoggle=${js}>x</details>`,
  (js) => `<input autofocus onfocus=${js}>`,
  (js) => `<select autofocus onfocus=${js}></select>`,
  (js) => `<a tabindex=0 autofocus onfocus=${js}>x</a>`,
  (js) => `<video><source onerror=${js}></video>`,
  (js) => `<audio src=x onerror=${js}></audio>`,
  (js) => `<style onload=${js}></style>`,
  (js) => `<p style="animation:spin 1s" onanimationstart=${js}>x</p><style>@keyframes spin{}</style>`,
  (js) => `<marquee onstart=${js}>x</marquee>`,
  (js) => `<object data=x onerror=${js}></object>`,
  (js) => `<div oncontentvisibilityautostatechange=${js} style="content-visibility:auto">x</div>`,
  (js) => `<p onmouseover=${js} onclick=${js} onpointerenter=${js} style="position:fixed;inset:0">x</p>`,
]

const ADDRESSES: readonly Vector[] = [
  (js) => `<a href="javascript:${js}">x</a>`,
  (js) => `<a href=" java&#10;script&colon;${js}">x</a>`,
  (js) => `<a href="\u0001javascript:${js}">x</a>`,
  (js) => `<a href="data:text/html,<script>${js}</script>">x</a>`,
  (js) => `<a href="vbscript:${js}">x</a><a href="file:///etc/passwd">y</a>`,
  (js) => `<svg><a xlink:href="javascript:${js}"><text y=20>x</text></a></svg>`,
  (js) => `<math href="javascript:${js}">x</math>`,
  (_, url) => `<a href="${url}" ping="${url}" target=_top download>x</a>`,
  (js) => `<form action="javascript:${js}"><button autofocus>x</button></form>`,
  (js) => `<form id=f></form><button form=f formaction="javascript:${js}">x</button>`,
  (_, url) =>
    `<form action="${url}" method=post><input name=a value=b><input type=image src="${url}"></form>`,
  (js) => `<base href="javascript:${js}//"><a href="#">x</a>`,
  (_, url) => `<base href="${url}/"><img src="x.png"><a href="y">x</a>`,
  (js) => `<img src="javascript:${js}"><input type=image src="javascript:${js}">`,
]

const FRAMES: readonly Vector[] = [
  (js) => `<iframe srcdoc="<script>${js}</script>"></iframe>`,
  (js) => `<iframe src="javascript:${js}"></iframe>`,
  (js) => `<iframe src="data:text/html,<script>${js}</script>"></iframe>`,
  (_, url) => `<iframe src="${url}"></iframe><frameset><frame src="${url}"></frameset>`,
  (js) => `<iframe onload=${js}></iframe>`,
  (js) => `<embed src="javascript:${js}"><object data="javascript:${js}"></object>`,
  (_, url) => `<object data="${url}"><param name=src value="${url}"></object>`,
  (_, url) => `<embed src="${url}"><applet code="${url}"></applet>`,
  (_, url) => `<portal src="${url}"></portal><fencedframe src="${url}"></fencedframe>`,
  (_, url) => `<meta http-equiv=refresh content="0;url=${url}">`,
  (js) => `<meta http-equiv=refresh content="0;url=javascript:${js}">`,
  (js) => `<webview src="data:text/html,<script>${js}</script>" nodeintegration></webview>`,
]

const CALLS_HOME: readonly Vector[] = [
  (_, url) => `<img src="${url}" width=1 height=1>`,
  (_, url) => `<img srcset="${url} 1x, ${url}?2 2x"><picture><source srcset="${url}"><img></picture>`,
  (_, url) => `<video poster="${url}" src="${url}" autoplay></video>`,
  (_, url) => `<audio src="${url}" autoplay></audio><video><track default src="${url}"></video>`,
  (_, url) => `<style>@import url("${url}");</style>`,
  (_, url) => `<style>body{background:url(${url})} p::before{content:url(${url}?b)}</style><p>x</p>`,
  (_, url) => `<p style="background-image:url(${url})">x</p>`,
  (_, url) => `<p style="list-style:url('${url}');display:list-item;cursor:url(${url}),auto">x</p>`,
  (_, url) => `<style>@font-face{font-family:q;src:url(${url})} p{font-family:q}</style><p>x</p>`,
  (_, url) => `<link rel=stylesheet href="${url}"><link rel=icon href="${url}">`,
  (_, url) => `<link rel=preload as=image href="${url}"><link rel=prefetch href="${url}">`,
  (_, url) => `<table background="${url}"><tr><td background="${url}">x</td></tr></table>`,
  (_, url) => `<body background="${url}">x</body>`,
  (_, url) => `<svg><image href="${url}" width=9 height=9 /><use href="${url}#a" /></svg>`,
  (_, url) => `<svg><filter id=f><feImage href="${url}" /></filter><rect filter="url(#f)" /></svg>`,
  (_, url) => `<svg style="fill:url(${url}#a)"><style>rect{mask:url(${url})}</style><rect /></svg>`,
  (_, url) => `<img src="${url}" loading=eager fetchpriority=high crossorigin>`,
]

/** Markup that means one thing to the reader that cleans it and another to the one that shows it. */
const MUTATIONS: readonly Vector[] = [
  (js) =>
    `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=${js}&gt;">`,
  (js) => `<svg></p><style><a id="</style><img src=x onerror=${js}>">`,
  (js) => `<noscript><p title="</noscript><img src=x onerror=${js}>">`,
  (js) => `<form><math><mtext></form><form><mglyph><style></math><img src onerror=${js}>`,
  (js) => `<template><img src=x onerror=${js}></template>`,
  (js) => `<div><template shadowrootmode=open><img src=x onerror=${js}></template></div>`,
  (js) => `<textarea><img title="</textarea><img src=x onerror=${js}>"></textarea>`,
  (js) => `<title><p title="</title><img src=x onerror=${js}>">`,
  (js) => `<xmp><p title="</xmp><img src=x onerror=${js}>">`,
  (js) => `<!--><img src=x onerror=${js}>-->`,
  (js) => `<!-- --!><img src=x onerror=${js}> -->`,
  (js) => `<![CDATA[><img src=x onerror=${js}>]]>`,
  (js) => `<?xml ?><img src=x onerror=${js}><?`,
  (js) => `<svg><![CDATA[</svg><img src=x onerror=${js}>]]>`,
  (js) => `<math><annotation-xml encoding="text/html"><img src=x onerror=${js}></annotation-xml></math>`,
  (js) => `<svg><foreignObject><img src=x onerror=${js}></foreignObject></svg>`,
  (js) => `<select><style></select><img src=x onerror=${js}></style>`,
  (js) => `<p title='"><img src=x onerror=${js}>'>x</p><p title="\`><img src=x onerror=${js}>\`">y</p>`,
  (js) =>
    `<a title="&quot;><img src=x onerror=${js}>" href="https://x.example/?&quot;><img src=x onerror=${js}>">x</a>`,
  (js) => `<img alt='"><img src=x onerror=${js}>' data-src='"><img src=x onerror=${js}>'>`,
  (js) => `${'<div>'.repeat(600)}<img src=x onerror=${js}>`,
  (js) => `<table><td><svg><desc><table><img src=x onerror=${js}>`,
  (js) => `<button><p><svg><style><img src=x onerror=${js}></style></button>`,
  (js) => `<plaintext><img src=x onerror=${js}>`,
]

const VECTORS = [...SCRIPTS, ...HANDLERS, ...ADDRESSES, ...FRAMES, ...CALLS_HOME, ...MUTATIONS]

/** Every vector as markup, numbered from 0. Nothing quoted in `js`, so that it stands in any attribute. */
export function hostileMarkups(canary: string): readonly string[] {
  return VECTORS.map((vector, n) => vector(`top.ran=self.ran=${n}`, `${canary}/v/${n}`))
}

/** A feed where each of some of the vectors stands in the body, the title, the author, the link and the id of an item. */
export function hostileFeed(
  canary: string,
  from: number,
  to: number,
): { readonly feed: string; readonly items: number } {
  const items = hostileMarkups(canary)
    .slice(from, to)
    .map((markup, n) => ({
      id: `${n} ${markup}`,
      title: `n${n} ${markup}`,
      // The table makes the window offer the frame whatever is left of the rest.
      text: `<table><tr><td>Café Aurora ${n}</td></tr></table>${markup}`,
      author: n === 0 ? 'w'.repeat(300) : `\u202egro.live ${markup}`,
      url: n % 2 === 0 ? `javascript:top.ran=self.ran=${n}` : `${canary}/v/${n}?"><img src=x>`,
      date: new Date(Date.now() - (n + 1) * 60_000).toISOString(),
    }))
  return { feed: rssFeed(items, `<img src=x onerror=top.ran=1> \u202eeman`), items: items.length }
}
