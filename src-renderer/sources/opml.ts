/** Whether a text is a list of feeds rather than an address. */
export function isOpml(text: string): boolean {
  return /<opml[\s>]/i.test(text.slice(0, 4000))
}
