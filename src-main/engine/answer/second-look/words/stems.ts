type LookLanguage = 'es' | 'en' | 'pt'

const ENDINGS: Readonly<Record<LookLanguage, RegExp>> = {
  es: /(?:amientos?|imientos?|aciones|adoras?|adores?|ciones|ancias?|encias?|mente|ando|iendo|arian|erian|irian|abamos|aremos|eremos|iremos|asteis|isteis|aron|ieron|aban|aste|iste|amos|emos|imos|aras|eras|iras|aran|eran|iran|ados?|adas?|idos?|idas?|cion|aba|ian|ias|era|ara|ira|itos?|itas?|isimos?|isimas?|ar|er|ir|an|en|as|es|os|is|ia|io|a|e|o|s)$/,
  en: /(?:ations?|ingly|ments?|nesses|ness|ings?|edly|ers?|ied|ies|ed|es|ly|s|e|y)$/,
  pt: /(?:amentos?|imentos?|acoes|acao|adoras?|adores?|coes|ancias?|encias?|mente|ando|endo|indo|ariam|eriam|avamos|aremos|eremos|iremos|aram|eram|iram|avam|aste|este|iste|amos|emos|imos|ados?|adas?|idos?|idas?|ava|iam|ias|era|ara|ira|inhos?|inhas?|issimos?|issimas?|ais|eis|oes|ao|aos|ar|er|ir|am|em|as|es|os|is|ou|eu|iu|ei|ia|io|a|e|o|s|m)$/,
}

/** The part of a folded word that its forms share, roughly: enough to see that two texts speak of the same. */
export function stemOf(word: string, language: LookLanguage): string {
  if (/\d/.test(word)) return word
  const stem = word.replace(ENDINGS[language], '')
  const short = stem.length >= 3 ? stem : word
  // Stems that change their vowel (pierde, perder; cuesta, costar) are seen as one.
  return language === 'es' ? short.replace(/ie/g, 'e').replace(/ue/g, 'o') : short
}
