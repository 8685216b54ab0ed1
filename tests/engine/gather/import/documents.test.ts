import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { lookAtRows } from '../../../../src-main/engine/gather/import/look-at-rows.ts'
import { fileToRead, readFile, writeFile } from '../../../support/files-to-read.ts'
import { workbook } from '../../../support/workbook.ts'

test('a workbook is a table, and its dates are dates', async () => {
  const book = workbook([
    ['Fecha', 'Autor', 'Estrellas', 'Reseña'],
    [new Date('2026-03-04T10:30:00Z'), 'Pau', 4, 'Bien & <rico>'],
    [new Date('2026-03-05T00:00:00Z'), 'Ana', 1, 'Mal'],
  ])
  const { items } = await readFile('marzo.xlsx', book, { timezone: 'Europe/Madrid' })
  expect(items).toMatchObject([
    {
      text: 'Bien & <rico>',
      author: { name: 'Pau' },
      rating: { value: 4, best: 5 },
      publishedAt: Date.parse('2026-03-04T09:30:00Z'),
    },
    { text: 'Mal', publishedAt: Date.parse('2026-03-04T23:00:00Z') },
  ])
})

test('a workbook that unpacks to more than anyone writes is refused before it is unpacked', async () => {
  const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(80 * 1024 * 1024) })
  await expect(readFile('bomb.xlsx', bomb)).rejects.toMatchObject({ failure: { kind: 'too-large' } })
})

test('a workbook that is cut off is said to be damaged', async () => {
  const book = workbook([['Texto'], ['Hola']])
  await expect(readFile('a.xlsx', book.subarray(0, book.length - 200))).rejects.toMatchObject({
    failure: { kind: 'damaged-file' },
  })
})

test('Google’s takeout of reviews is read as it comes', async () => {
  const takeout = {
    reviews: [
      {
        reviewer: { displayName: 'Pau', profilePhotoUrl: 'https://p.example/1.png' },
        starRating: 'FIVE',
        comment: 'Buen café',
        createTime: '2026-03-04T10:30:00Z',
        updateTime: '2026-03-04T11:00:00Z',
        reviewReply: { comment: 'Gracias', updateTime: '2026-03-05T10:00:00Z' },
        name: 'accounts/1/locations/2/reviews/3',
      },
      {
        reviewer: { displayName: 'Ana' },
        starRating: 'ONE',
        createTime: '2026-03-05T10:30:00Z',
        name: 'accounts/1/locations/2/reviews/4',
      },
    ],
    averageRating: 3,
  }
  const { items } = await readFile('reviews.json', JSON.stringify(takeout, null, 2))
  expect(items).toMatchObject([
    {
      externalId: 'accounts/1/locations/2/reviews/3',
      text: 'Buen café',
      author: { name: 'Pau' },
      rating: { value: 5, worst: 1, best: 5 },
      publishedAt: Date.parse('2026-03-04T10:30:00Z'),
    },
    { text: 'Gracias', inReplyTo: 'accounts/1/locations/2/reviews/3', author: { handle: '@cafeluna' } },
    { text: '', author: { name: 'Ana' }, rating: { value: 1 } },
  ])
})

test('mentions in the contract’s words are read from a list, or from an object that holds one', async () => {
  const mention = {
    externalId: 'a',
    text: 'Hola',
    author: { name: 'Pau', handle: '@pau' },
    rating: { value: 7, worst: 0, best: 10 },
    publishedAt: '2026-03-04T10:30:00Z',
    inReplyTo: 'z',
  }
  for (const json of [[mention], { items: [mention], nextCursor: null }])
    expect((await readFile('a.json', JSON.stringify(json))).items).toMatchObject([
      {
        externalId: 'a',
        text: 'Hola',
        author: { name: 'Pau', handle: '@pau' },
        rating: { value: 7, worst: 0, best: 10 },
        inReplyTo: 'z',
      },
    ])
})

test('JSON that is cut off is said to be damaged, and an empty list brings nothing', async () => {
  await expect(readFile('a.json', '[{"text": "Ho')).rejects.toMatchObject({
    failure: { kind: 'damaged-file' },
  })
  expect(await readFile('a.json', '[]')).toEqual({ items: [], rejected: [] })
})

test('a saved feed, and a saved page of reviews, are read as gathering reads them', async () => {
  const rss =
    '<rss version="2.0"><channel><title>Foro</title><item><guid>1</guid><title>Hola</title></item></channel></rss>'
  expect((await readFile('foro.xml', rss)).items).toMatchObject([{ externalId: '1', title: 'Hola' }])
  const page =
    '<!doctype html><script type="application/ld+json">{"@type":"Review","@id":"https://a.example/1","reviewBody":"Frío"}</script>'
  expect((await readFile('page.html', page)).items).toMatchObject([{ text: 'Frío', kind: 'review' }])
  const apple = '{"feed":{"entry":[{"id":{"label":"9"},"im:rating":{"label":"5"},"title":{"label":"Bien"}}]}}'
  expect((await readFile('reviews.json', apple)).items).toMatchObject([
    { externalId: '9', rating: { value: 5 } },
  ])
})

test('a look at a file that has no columns shows its mentions all the same', async () => {
  const looked = await lookAtRows(
    fileToRead(writeFile('a.jsonl', '{"text":"Uno"}\n{broken\n{"text":"Dos"}\n')),
  )
  expect(looked).toMatchObject({
    format: 'jsonl',
    rows: 3,
    columns: [],
    preview: [
      { row: 1, text: 'Uno' },
      { row: 3, text: 'Dos' },
    ],
    rejected: [{ row: 2, kind: 'bad-row' }],
    rejectedCount: 1,
  })
})

test('lines of objects in other words than ours are a table as well', async () => {
  const lines = [
    '{"id":1,"review":"Muy bien","stars":4,"user":{"name":"Pau"}}',
    '{broken',
    '',
    '{"id":2,"review":"Mal","stars":1,"user":{"name":"Ana"}}',
  ]
  expect(await readFile('a.jsonl', lines.join('\n'))).toMatchObject({
    items: [
      { externalId: '1', text: 'Muy bien', rating: { value: 4, best: 5 }, author: { name: 'Pau' } },
      { externalId: '2', text: 'Mal', rating: { value: 1 }, author: { name: 'Ana' } },
    ],
    rejected: [{ row: 2, message: 'this line is not JSON' }],
  })
})

test('reviews as the stores’ own interfaces answer them are read', async () => {
  const play = {
    reviews: [
      {
        reviewId: 'r1',
        authorName: 'Pau',
        comments: [
          {
            userComment: {
              text: 'No abre',
              lastModified: { seconds: '1772617800' },
              starRating: 2,
              appVersionName: '4.2',
            },
          },
          { developerComment: { text: 'Lo sentimos', lastModified: { seconds: '1772621400' } } },
        ],
      },
    ],
  }
  expect((await readFile('play.json', JSON.stringify(play))).items).toMatchObject([
    {
      externalId: 'r1',
      text: 'No abre',
      author: { name: 'Pau' },
      rating: { value: 2 },
      details: { version: '4.2' },
      publishedAt: 1772617800000,
    },
    { text: 'Lo sentimos', inReplyTo: 'r1', publishedAt: 1772621400000 },
  ])
  const apple = {
    data: [
      {
        type: 'customerReviews',
        id: 'a1',
        attributes: {
          rating: 5,
          title: 'Bien',
          body: 'Todo bien',
          reviewerNickname: 'pau_7',
          createdDate: '2026-03-04T10:30:00-08:00',
          territory: 'ESP',
        },
      },
    ],
    links: { self: 'https://api.example/' },
  }
  expect((await readFile('apple.json', JSON.stringify(apple))).items).toMatchObject([
    {
      externalId: 'a1',
      title: 'Bien',
      text: 'Todo bien',
      author: { name: 'pau_7' },
      rating: { value: 5 },
      publishedAt: Date.parse('2026-03-04T18:30:00Z'),
    },
  ])
})
