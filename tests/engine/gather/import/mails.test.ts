import { expect, test } from 'vitest'
import { readFile } from '../../../support/files-to-read.ts'

const MAIL = [
  'From: =?utf-8?Q?Jos=C3=A9_via_Rese=C3=B1as?= <noreply@places.example>',
  'Reply-To: "José" <jose@mail.example>',
  'To: hola@luna.example',
  'Subject: =?iso-8859-1?Q?Nueva_rese=F1a:_2_estrellas?=',
  'Date: Wed, 4 Mar 2026 10:30:00 +0100',
  'Message-ID: <r1@places.example>',
  'MIME-Version: 1.0',
  'Content-Type: multipart/alternative; boundary="b"',
  '',
  '--b',
  'Content-Type: text/plain; charset=iso-8859-1',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  'El caf=E9 lleg=F3 fr=EDo.=',
  ' Una pena.',
  '--b',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<p>not this</p>',
  '--b--',
  '',
].join('\r\n')

test('a mail that tells of a review is that review', async () => {
  const { items } = await readFile('r.eml', MAIL)
  expect(items).toMatchObject([
    {
      externalId: 'r1@places.example',
      title: 'Nueva reseña: 2 estrellas',
      text: 'El café llegó frío. Una pena.',
      author: { name: 'José' },
      rating: { value: 2, worst: 1, best: 5 },
      kind: 'review',
      publishedAt: Date.parse('2026-03-04T09:30:00Z'),
    },
  ])
})

test('a box of mails is read one by one, each in its own charset', async () => {
  const answer =
    'From: ana@mail.example\r\nSubject: Re: pedido\r\nIn-Reply-To: <r1@places.example>\r\nMessage-ID: <r2@x>\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n' +
    Buffer.from('<p>Sin <b>respuesta</b> ñ</p>').toString('base64') +
    '\r\n'
  const quoted =
    'From: Luz <luz@mail.example>\nSubject: Hola\nMessage-ID: <r3@x>\n\nUno\n\n>From the start\n\nfin 4/5 no es nota de nadie\n'
  const box = [
    `From noreply@places.example Wed Mar  4 10:30:00 2026\r\n${MAIL}`,
    `From ana@mail.example Wed Mar  4 10:31:00 2026\r\n${answer}`,
    `From luz@mail.example Wed Mar  4 10:32:00 2026\n${quoted}`,
  ].join('\r\n')
  const { items, rejected } = await readFile('todo.mbox', Buffer.from(box, 'latin1'))
  expect(rejected).toEqual([])
  expect(items).toMatchObject([
    { externalId: 'r1@places.example', rating: { value: 2 } },
    {
      externalId: 'r2@x',
      inReplyTo: 'r1@places.example',
      html: '<p>Sin <b>respuesta</b> ñ</p>',
      author: { name: 'ana' },
      kind: 'comment',
      rating: null,
    },
    {
      externalId: 'r3@x',
      text: 'Uno\n\nFrom the start\n\nfin 4/5 no es nota de nadie',
      rating: null,
      kind: 'post',
    },
  ])
})

test.each([
  ['stars in the subject', 'Subject: Nueva reseña ★★★☆☆', 'Hola', 3],
  ['a share in the subject', 'Subject: 4/5 de Pau', 'Hola', 4],
  ['stars in a line of their own', 'Subject: Reseña', 'Pau escribe:\n\n★★\n\nFrío.', 2],
  ['a sentence', 'Subject: New review', 'Pau left a 4-star review on 4/5.', 4],
])('a mail says a rating with %s', async (_says, subject, text, value) => {
  const mail = `From: a@b.example\nContent-Type: text/plain; charset=utf-8\n${subject}\n\n${text}\n`
  const { items } = await readFile('r.eml', mail)
  expect(items[0]?.rating).toMatchObject({ value, best: 5 })
})
