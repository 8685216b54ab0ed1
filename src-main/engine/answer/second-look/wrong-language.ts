import type { Look } from './looked-at.ts'

/** They wrote in one language, the answer is in another. Where either is not sure, nothing is said. */
export const lookAtLanguage: Look = ({ mentionLanguage, draftLanguage }) => {
  if (mentionLanguage === null || draftLanguage === null || mentionLanguage === draftLanguage) return null
  return {
    code: 'wrong-language',
    message: `They wrote in ${mentionLanguage}; the answer is in ${draftLanguage}.`,
    facts: { theirs: mentionLanguage, ours: draftLanguage },
    blocks: false,
  }
}
