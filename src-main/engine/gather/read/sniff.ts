import { detect } from 'chardet'

/** Codes of windows-1252 beyond ASCII that Spanish, Portuguese and English are written with. */
const OURS = new Set(
  // ‚ „ … ‘ ’ “ ” – — ™ € and no-break space, ¡ £ © ª « ® ° º » ¿
  [0x80, 0x82, 0x84, 0x85, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0x99, 0xa0, 0xa1, 0xa3, 0xa9, 0xaa, 0xab, 0xae]
    .concat([0xb0, 0xba, 0xbb, 0xbf])
    .concat(Array.from('ÀÁÂÃÇÉÊÍÓÔÕÚÜÑàáâãçéêíïóôõúüñ', (letter) => letter.charCodeAt(0))),
)
/** Charsets in which the letters of one Latin language have the codes of another’s. */
const LATIN = /^(?:iso-8859-(?:[1-49]|1[0-6])|windows-125[02478])$/i

/**
 * What bytes that say nothing of their charset look like. Of a few words too little is seen to tell Spanish from
 * Hungarian or Lithuanian: where each of their letters is one of ours, it is ours.
 */
export function sniffCharset(head: Uint8Array): string | null {
  const guessed = detect(head)
  if (guessed === null || !LATIN.test(guessed)) return guessed
  return head.every((byte) => byte < 0x80 || OURS.has(byte)) ? 'windows-1252' : guessed
}
