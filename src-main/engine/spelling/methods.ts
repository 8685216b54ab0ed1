import type { BrandId, MentionId } from '../../contract/ids.ts'
import type { HandlersFor } from '../../contract/method.ts'
import { type spelling, SpellingLanguage } from '../../contract/spelling.ts'
import { answerable } from '../answer/answerable.ts'
import { readBrand } from '../brand/store.ts'
import { change, type EngineContext } from '../context.ts'
import type { BrandFile } from '../store/brand-file.ts'
import { actId, placeOf } from '../store/ids.ts'
import { beginAct, endAct, noteRowMade, setFields } from '../triage/journal.ts'
import { inOrder } from './order.ts'
import { ensureWord, listNames, listWords } from './store.ts'
import { formsBehindVos } from './voseo.ts'
import { keyOfWord, wordsIn } from './words.ts'

const SHOWN = 6

export const spellingMethods: HandlersFor<typeof spelling, EngineContext> = {
  'spelling.check': async ({ stores, speller }, { mentionId, text }) => {
    const { brand, row } = placeOf(mentionId)
    const file = stores.brand(brand)
    const language = await languageOf(file, mentionId, text)
    if (language === null) return { language, wrong: [] }
    const ours = new Set([...listWords(file), ...listNames(file, row).flatMap(partsOf)].map(keyOfWord))
    const words = wordsIn(text).filter(({ word }) => !ours.has(keyOfWord(word)))
    const unknown = await speller.wrong(language, [...new Set(words.map(({ word }) => word))])
    const wrong = new Set(language === 'es' ? await withoutVos(speller, unknown) : unknown)
    return { language, wrong: words.filter(({ word }) => wrong.has(word)) }
  },

  'spelling.suggest': async ({ speller }, { language, word }) => ({
    words: inOrder(word, await speller.suggest(language, word)).slice(0, SHOWN),
  }),

  'spelling.words': ({ stores }, { brandId }) => ({ words: listWords(stores.brand(brandId)) }),

  'spelling.add': (context, { brandId, word }) => write(context, brandId, word, 'there'),
  'spelling.remove': (context, { brandId, word }) => write(context, brandId, word, 'gone'),
}

function write(context: EngineContext, brandId: BrandId, word: string, as: 'there' | 'gone') {
  const file = context.stores.brand(brandId)
  const at = context.host.clock.now()
  const act = change(context, file, ['facts'], () => {
    const kind = as === 'there' ? 'spelling-word' : 'spelling-word-removed'
    const open = beginAct(file, { kind, detail: word, who: 'user', at, undoable: true })
    const { row, is } = ensureWord(file, word, at)
    if (is === 'made') noteRowMade(file, open, 'spelling_word', row)
    setFields(file, open, 'spelling_word', row, { removed_at: as === 'there' ? null : at })
    endAct(file.db, open, 1)
    return open
  })
  return { actId: actId([brandId], act.uid) }
}

/** The draft's own language where it is sure, else theirs, else the brand's; null where none of ours fits. */
async function languageOf(
  file: BrandFile,
  mentionId: MentionId,
  text: string,
): Promise<SpellingLanguage | null> {
  const { detectLanguage } = await import('../understand/language.ts')
  const found =
    detectLanguage(text) ?? answerable(file, mentionId).language ?? readBrand(file, 0).languages[0]
  return SpellingLanguage.options.find((known) => known === found) ?? null
}

/** A brand's word may be a phrase, a handle or a tag. */
function partsOf(name: string): string[] {
  return [name, ...wordsIn(name.replace(/[@#"_-]/g, ' ')).map(({ word }) => word)]
}

async function withoutVos(speller: EngineContext['speller'], words: readonly string[]): Promise<string[]> {
  const behind = new Map(words.map((word) => [word, formsBehindVos(word)]))
  const forms = [...behind.values()].flat()
  const unknown = new Set(await speller.wrong('es', forms))
  return words.filter((word) => !(behind.get(word) ?? []).some((form) => !unknown.has(form)))
}
