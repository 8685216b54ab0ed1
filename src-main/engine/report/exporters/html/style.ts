import type { Accent } from './accent.ts'

/** The whole look, in the file itself: nothing is fetched, and A4 paper is as good a place as a screen. */
export function styleFor({ colour, ink, faint, on }: Accent): string {
  return `:root{--colour:${colour};--ink:${ink};--faint:${faint};--on:${on}}${SHEET}`
}

const SHEET = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;color-scheme:light}
html:lang(es){quotes:"«" "»" "“" "”"}
body{margin:0;background:#f4f3f1;color:#1b1b1f;font:16px/1.55 "Atkinson Hyperlegible Next","Segoe UI",system-ui,-apple-system,"Helvetica Neue",Arial,sans-serif;-webkit-print-color-adjust:exact;print-color-adjust:exact}
main{max-width:860px;margin:32px auto;background:#fff;padding:0 56px 40px;border-radius:14px;box-shadow:0 1px 3px #0001,0 12px 40px #0000000d;overflow:hidden}
header{margin:0 -56px;padding:44px 56px 36px;background:var(--faint);border-top:10px solid var(--colour)}
.kicker{margin:0;font-size:14px;font-weight:600;color:var(--ink)}
h1{margin:6px 0 4px;font-size:34px;line-height:1.15;letter-spacing:-.015em;text-wrap:balance;overflow-wrap:anywhere}
.period{margin:0;color:#55555e}
.summary{margin:22px 0 0;max-width:36em;font-size:20px;line-height:1.45;text-wrap:pretty}
h2{margin:44px 0 14px;font-size:21px;line-height:1.25;letter-spacing:-.01em}
h3{margin:26px 0 10px;font-size:16px;color:var(--ink);overflow-wrap:anywhere}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(118px,1fr));gap:0 20px;margin:32px 0 0}
.figures>div{padding:12px 0;border-top:2px solid var(--colour)}
dt{font-size:14px;color:#55555e}
dd{margin:0;font-size:29px;font-weight:650;line-height:1.2;font-variant-numeric:tabular-nums;letter-spacing:-.01em}
.share{font-size:14px;font-weight:400;color:#55555e;letter-spacing:0}
svg{display:block;width:100%;height:auto}
.bar{fill:var(--colour);opacity:.62}.bar.highest,.line .bar{opacity:1}
.axis{stroke:#1b1b1f;stroke-opacity:.22}
.track{fill:#1b1b1f;opacity:.06}
svg text{font-size:12px;fill:#55555e;font-family:inherit}
.value{text-anchor:middle;font-weight:650;fill:#1b1b1f}
.tick.middle{text-anchor:middle}.tick.last{text-anchor:end}
.line{width:100%;min-width:56px;height:8px;border-radius:4px}
table{width:100%;border-collapse:collapse;font-size:15px}
th,td{padding:8px 14px 8px 0;text-align:start;font-weight:400;vertical-align:baseline;overflow-wrap:anywhere}
thead th,thead td{font-size:13px;color:#55555e;border-bottom:1px solid #1b1b1f30;vertical-align:bottom;overflow-wrap:normal;line-height:1.3}
tbody tr+tr>*{border-top:1px solid #1b1b1f14}
td.number,th.number{text-align:end;font-variant-numeric:tabular-nums;white-space:nowrap}
th:last-child,td:last-child{padding-inline-end:0}
thead th.number{white-space:normal}
.wide{width:24%;vertical-align:middle}
.ratings table{max-width:560px}.ratings .wide{width:99%}.ratings td.number{padding-inline:10px 16px}
.ratings tbody tr+tr>*{border-top:0}.ratings th,.ratings td{padding-block:4px}
.strong{font-weight:650}
.under{color:#6b6b75}
.note{margin:12px 0 0;font-size:14px;color:#55555e;max-width:44em}
.glyphs{color:var(--ink);letter-spacing:.08em;white-space:nowrap}
figure{margin:0 0 20px}
blockquote{margin:0}
blockquote p{margin:0 0 3px;max-width:38em;font:18px/1.5 Charter,"Iowan Old Style",Georgia,Cambria,"Liberation Serif",serif;overflow-wrap:anywhere;text-wrap:pretty}
blockquote p::before{content:open-quote;color:var(--ink)}
blockquote p::after{content:close-quote;color:var(--ink)}
figcaption{font-size:14px;color:#55555e;overflow-wrap:anywhere}
.who{color:#1b1b1f;font-weight:600}
a{color:inherit;text-decoration-color:var(--colour);text-underline-offset:2px}
.failing{color:#a3200d;font-weight:600}
footer{margin-top:40px;padding-top:14px;border-top:1px solid #1b1b1f20;font-size:13px;color:#55555e}
.for-readers{position:absolute;width:1px;height:1px;margin:-1px;padding:0;overflow:hidden;clip-path:inset(50%);white-space:nowrap;border:0}
.two{display:grid;grid-template-columns:1fr;gap:0 40px}
@media (max-width:640px){main{margin:0;border-radius:0;padding:0 20px 32px}header{margin:0 -20px;padding:28px 20px}h1{font-size:27px}.tags .wide{display:none}.tags{overflow-x:auto}.tags tbody th{min-width:7.5em}th,td{padding-inline-end:8px}}
@page{size:A4;margin:16mm 15mm 18mm;@bottom-right{content:counter(page) " / " counter(pages);font:8pt system-ui,sans-serif;color:#55555e}}
@media print{
body{background:#fff;font-size:10.5pt;line-height:1.45}
main{max-width:none;margin:0;padding:0;border-radius:0;box-shadow:none;overflow:visible}
header{margin:0;padding:8mm 8mm 7mm;border-radius:3mm}
h1{font-size:23pt}.summary{font-size:13.5pt;margin-top:5mm}.period,.kicker{font-size:10.5pt}
h2{font-size:14.5pt;margin:9mm 0 3mm;break-after:avoid}h3{font-size:11pt;margin:5mm 0 2mm;break-after:avoid}
.figures{margin-top:6mm}dd{font-size:19pt}dt,.share{font-size:9.5pt}
table{font-size:10pt}thead th,.note,figcaption,footer{font-size:9pt}
blockquote p{font-size:11.5pt}
thead{display:table-header-group}tr,figure,.chart,.ratings,.together,.coverage .note{break-inside:avoid}
.note{orphans:3}
a{text-decoration:none}
}
`
