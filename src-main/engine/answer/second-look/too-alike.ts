import type { Look } from './looked-at.ts'

/** Nearly what the brand said to somebody else before. */
export const lookAtLikeness: Look = ({ alike }) => {
  if (alike === null) return null
  return {
    code: 'too-alike',
    message: `${alike.percent} % of this was said before: “${alike.excerpt}”`,
    facts: { percent: alike.percent, mentionId: alike.mentionId, excerpt: alike.excerpt },
    blocks: false,
  }
}
