import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  ratingInReview,
  ratingInWords,
  readRating,
} from '../../../../src-main/engine/gather/formats/parts/rating.ts'

const stars = (value: number) => ({ value, worst: value === 0 ? 0 : 1, best: 5 })

test.each([
  ['4', stars(4)],
  ['4.5', stars(4.5)],
  ['4,5', stars(4.5)],
  ['0', stars(0)],
  ['4/5', stars(4)],
  ['4 out of 5', stars(4)],
  ['4 de 5 estrellas', stars(4)],
  ['8.5/10', { value: 8.5, worst: 1, best: 10 }],
  ['7', { value: 7, worst: 1, best: 10 }],
  ['72', { value: 72, worst: 0, best: 100 }],
  ['90%', { value: 90, worst: 0, best: 100 }],
  ['4 stars', stars(4)],
  ['1 estrella', stars(1)],
  ['★★★★☆', stars(4)],
  ['★★★½', stars(3.5)],
  ['⭐⭐', stars(2)],
  ['☆☆☆☆☆', stars(0)],
  ['FOUR', stars(4)],
])('the rating %s is read with its scale', (text, rating) => {
  expect(readRating(text)).toEqual(rating)
})

test.each(['', 'n/a', '-3', '400', '6/5', 'good', '1.2.3', '24/7/365', 'seven'])(
  '“%s” is no rating',
  (text) => {
    expect(readRating(text)).toBeNull()
  },
)

test('a rating on its place’s own scale is never outside of it', () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.integer({ min: 1, max: 100 }), (value, best) => {
      const rating = readRating(String(value), { worst: null, best })
      expect(rating === null || (rating.worst <= rating.value && rating.value <= rating.best)).toBe(true)
      expect(rating === null).toBe(value > best || rating?.best !== best)
    }),
  )
})

test.each([
  ['Rating: 4 out of 5', 4],
  ['Muy bien ★★★★☆ repetiré', 4],
  ['Valoración: 2/5. Frío.', 2],
  ['Me gustó (3/5)', 3],
  ['5/5 estrellas', 5],
  ['Avaliação: 4 de 5', 4],
])('words that say a rating: %s', (text, value) => {
  expect(ratingInWords(text)).toMatchObject({ value, best: 5 })
})

test.each([
  'Open 24/7',
  '4/5 of us agree',
  'on 4/5 we met',
  'the 5 stars of Europe',
  'the top 10 of 2026',
  'rated 5000 of 10000',
  '★ new ★',
  'version 4/5',
])('words that say none: %s', (text) => {
  expect(ratingInWords(text)).toBeNull()
})

test.each([
  ['Ana left a 4-star review', 4],
  ['Nueva reseña: 2 estrellas', 2],
  ['Your app got 1 star', 1],
  ['New review (★★★)', 3],
  ['Nota 3/5', 3],
])('a notification tells of a review: %s', (text, value) => {
  expect(ratingInReview(text)).toMatchObject({ value, best: 5 })
})
