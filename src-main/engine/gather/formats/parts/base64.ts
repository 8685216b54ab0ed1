/** The text that base64 holds; null where it holds none, but an image or a sound. */
export function textInBase64(packed: string): string | null {
  const bytes = Buffer.from(packed.replace(/\s+/g, ''), 'base64')
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).trim()
    return text === '' || /[\u0000-\u0008\u000e-\u001f]/.test(text) ? null : text
  } catch {
    // Not UTF-8: no text.
    return null
  }
}
