import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readSampleFiles } from '../../src-main/engine/brand/sample-files.ts'

const resources = fileURLToPath(new URL('../../resources', import.meta.url))
const { brand, sources, mentions, history } = readSampleFiles(resources)
const byId = new Map(mentions.map((mention) => [mention.externalId, mention]))

test('the sample brand has a few hundred mentions, each with an id of its own and in a source that is there', () => {
  expect(mentions.length).toBeGreaterThan(250)
  expect(byId.size).toBe(mentions.length)
  const keys = new Set(sources.map(({ key }) => key))
  expect(mentions.filter(({ source }) => !keys.has(source))).toEqual([])
})

test('an answer comes after what it answers, in the same place', () => {
  const wrong = mentions.filter(({ source, publishedAt, inReplyTo }) => {
    const parent = inReplyTo === undefined ? null : (byId.get(inReplyTo) ?? 'missing')
    if (parent === null) return false
    return parent === 'missing' || parent.source !== source || parent.publishedAt.ago <= publishedAt.ago
  })
  expect(wrong).toEqual([])
})

test('all history is about mentions that are there, and none of it happened before what it is about', () => {
  const ids = [
    ...Object.keys(history.tags),
    ...Object.keys(history.statuses),
    ...Object.keys(history.revisions),
    ...history.drafts.map(({ externalId }) => externalId),
    ...history.promises.map(({ externalId }) => externalId),
  ]
  expect(ids.filter((id) => !byId.has(id))).toEqual([])
  const early = history.replies.filter(
    ({ externalId, ago }) => (byId.get(externalId)?.publishedAt.ago ?? -1) <= ago,
  )
  expect(early).toEqual([])
})

test('nobody and no place in the sample can be real: handles and .example addresses only', () => {
  const everything = ['brand.json', 'sources.json', 'mentions.jsonl', 'history.json']
    .map((name) => readFileSync(`${resources}/sample/${name}`, 'utf8'))
    .join('\n')
  const hosts = [...everything.matchAll(/https?:\/\/([^/"'\s\\]+)/g)].map((match) => match[1] ?? '')
  expect(hosts.length).toBeGreaterThan(250)
  expect(hosts.filter((host) => !host.endsWith('.example'))).toEqual([])
  expect(mentions.filter(({ author }) => !author.handle.startsWith('@'))).toEqual([])
  const signs = ({ name, handle }: { name: string; handle: string }) =>
    brand.handles.includes(handle) ||
    name.replace(/[^\p{L}\d]/gu, '').toLowerCase() === handle.replace(/[^\p{L}\d]/gu, '').toLowerCase()
  expect(mentions.filter(({ author }) => !signs(author)).map(({ author }) => author)).toEqual([])
})

test('the sample shows what the program is for: late parcels lately, promises kept, due and broken', () => {
  const threeDays = 3 * 24 * 60 * 60_000
  const late = mentions.filter(
    ({ text = '', title, publishedAt }) =>
      publishedAt.ago < threeDays &&
      /zumbido|courier|transportadora|mensajer|transportista/i.test(title + text),
  )
  expect(late.length).toBeGreaterThan(15)
  expect(late.filter(({ externalId }) => history.tags[externalId])).toEqual([])
  const states = history.promises.map(({ state, dueDay }) => `${state} ${Math.sign(dueDay)}`)
  expect(states).toEqual(expect.arrayContaining(['open 0', 'open 1', 'open -1', 'broken -1', 'kept -1']))
})
