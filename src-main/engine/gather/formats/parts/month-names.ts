/** How the months begin in the languages feeds are written in; as far as it takes to tell one from another. */
const MONTHS: readonly (readonly string[])[] = [
  'jan ene gen xan ιαν янв',
  'feb fev fév φεβ фев',
  'mar mär már maa mrt μάρ μαρ мар',
  'apr abr avr ápr απρ апр',
  'may mai mag maj mei máj μάι μαϊ μαΐ μαι май мая',
  'jun juin giu xuñ jún ιούν ιον ιουν июн',
  'jul juil lug xul júl ιούλ ιολ ιουλ июл',
  'aug ag aoû aou αύγ αυγ авг',
  'sep set szep σεπ сен',
  'oct out okt ott οκτ окт',
  'nov νοέ νοε ноя',
  'dec dic dez des déc δεκ дек',
].map((names) => names.split(' '))

/** 1 to 12 for a month's name, whole or cut short, in the languages above; 0 for any other word. */
export function monthNamed(name: string): number {
  const word = name.toLowerCase().normalize('NFC')
  return MONTHS.findIndex((names) => names.some((start) => word.startsWith(start))) + 1
}
