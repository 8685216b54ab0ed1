import { createElement, Fragment, type ReactNode } from 'react'
import { Marked } from '../search/marked.tsx'
import { askToOpen } from '../kit/confirm-link.tsx'

export interface Words {
  readonly nodes: ReactNode
  /** `simplified`: something was left out that the frame can show. */
  readonly drawing: 'whole' | 'simplified'
}

/** What is drawn as our own elements, without any of their attributes. Everything else gives only its text. */
const DRAWN = new Set(
  'p br b strong i em u s del ins blockquote ul ol li code pre hr h1 h2 h3 h4 h5 h6 sub sup q small'.split(
    ' ',
  ),
)
const HEADINGS = /^h[1-6]$/
/** Elements that mean nothing by themselves. */
const PLAIN = new Set([
  'div',
  'span',
  'section',
  'article',
  'body',
  'font',
  'main',
  'header',
  'footer',
  'abbr',
  'time',
])

/** Their words as React draws them: nothing of the source's markup reaches the page, only names of elements we know. */
export function wordsOf(html: string, text: string): Words {
  if (html.trim() === '')
    return {
      nodes: (
        <p>
          <Marked text={text} />
        </p>
      ),
      drawing: 'whole',
    }
  const parsed = new DOMParser().parseFromString(html, 'text/html')
  let drawing: Words['drawing'] = 'whole'
  const draw = (node: Node, key: number): ReactNode => {
    if (node instanceof Text) return <Marked key={key} text={node.data} />
    if (!(node instanceof HTMLElement)) return null
    const name = node.tagName.toLowerCase()
    const inside = [...node.childNodes].map(draw)
    if (name === 'a') return <Outside key={key} url={node.getAttribute('href')} inside={inside} />
    if (name === 'br' || name === 'hr') return createElement(name, { key })
    if (HEADINGS.test(name)) return createElement('h3', { key }, inside)
    if (DRAWN.has(name)) return createElement(name, { key }, inside)
    if (!PLAIN.has(name)) drawing = 'simplified'
    if (name === 'div' || name === 'tr' || name === 'figure') return <div key={key}>{inside}</div>
    return <Fragment key={key}>{inside} </Fragment>
  }
  const nodes = [...parsed.body.childNodes].map(draw)
  return { nodes, drawing }
}

/** A link in their words: it shows where it leads before anything is opened. */
function Outside({ url, inside }: { readonly url: string | null; readonly inside: ReactNode }) {
  if (url === null || !/^(https?|mailto):/i.test(url)) return <>{inside}</>
  return (
    <a
      href={url}
      title={url}
      onClick={(event) => {
        event.preventDefault()
        askToOpen(url)
      }}
      onAuxClick={(event) => event.preventDefault()}
    >
      {inside}
    </a>
  )
}
