import { describe, expect, test } from 'vitest'
import { hasWords, quoted, setField, termsOf, toggleTerm } from '../../src-renderer/inbox/question.ts'

describe('filters write themselves into the search box', () => {
  test.each([
    ['', 'is:unanswered', 'is:unanswered'],
    ['lluvia', 'is:unanswered', 'lluvia is:unanswered'],
    ['lluvia is:unanswered', 'is:unanswered', 'lluvia'],
  ])('%j with %j', (question, term, then) => {
    expect(toggleTerm(question, term)).toBe(then)
  })
  test('a second rating takes the place of the first', () => {
    expect(setField('rating:<=2 "muy tarde"', 'rating', 'rating:>=4')).toBe('"muy tarde" rating:>=4')
    expect(setField('rating:<=2', 'rating', null)).toBe('')
  })
})

test('a phrase stays one term, and a tag with spaces is quoted', () => {
  expect(termsOf('tag:"no llega" "muy tarde" lluvia*')).toEqual(['tag:"no llega"', '"muy tarde"', 'lluvia*'])
  expect(['envío/tarde', 'no llega'].map(quoted)).toEqual(['envío/tarde', '"no llega"'])
})

test('conditions alone search no words', () => {
  expect(['', 'is:unread -tag:spam', 'paraguas', 'is:unread "muy tarde"'].map(hasWords)).toEqual([
    false,
    false,
    true,
    true,
  ])
})
