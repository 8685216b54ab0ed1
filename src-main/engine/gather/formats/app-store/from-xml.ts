import type { XmlElement, XmlFeed } from '../parts/xml-document.ts'
import { all, attribute, first, firstText, textOf } from '../parts/xml-nodes.ts'
import type { Entry, Feed } from './feed.ts'

export function fromXml({ feed, items }: XmlFeed): Feed {
  const linkTo = (rel: string) =>
    attribute(
      all(feed, 'link').find((link) => attribute(link, 'rel') === rel),
      'href',
    )
  return {
    title: firstText(feed, 'title'),
    next: linkTo('next'),
    self: linkTo('self'),
    alternate: linkTo('alternate'),
    entries: items.map(entryOfXml),
  }
}

function entryOfXml(entry: XmlElement): Entry {
  const author = first(entry, 'author')
  const contents = all(entry, 'content')
  const plain = contents.find((content) => (attribute(content, 'type') ?? 'text') === 'text')
  return {
    id: firstText(entry, 'id'),
    title: firstText(entry, 'title'),
    text: textOf(plain),
    markup: plain === undefined ? textOf(contents[0]) : null,
    link: attribute(first(entry, 'link'), 'href'),
    author: { name: firstText(author, 'name'), url: firstText(author, 'uri') },
    updated: firstText(entry, 'updated'),
    published: firstText(entry, 'published'),
    rating: firstText(entry, 'im:rating'),
    version: firstText(entry, 'im:version'),
    votes: firstText(entry, 'im:votesum'),
    app: firstText(entry, 'im:name'),
  }
}
