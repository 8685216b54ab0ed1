import { parentPort } from 'node:worker_threads'
import { type Hunspell, type HunspellFactory, loadModule } from 'hunspell-asm'
import type { SpellingLanguage } from '../../contract/spelling.ts'
import type { FromSpeller, ToSpeller } from './speller-protocol.ts'

/** Two languages at once are what somebody who answers in both needs; a third lets the first go. */
const LOADED_AT_ONCE = 2

if (!parentPort) throw new Error('The speller runs as a worker thread.')
const port = parentPort
const factory = loadModule({ timeout: 30_000 })
const loaded = new Map<SpellingLanguage, readonly Hunspell[]>()

/** One after the other, in their order: a check waits for the dictionaries that were sent before it. */
let turn: Promise<unknown> = Promise.resolve()
port.on('message', (message: ToSpeller) => {
  turn = turn.then(async () => answer(message, await factory))
})

function answer(message: ToSpeller, hunspell: HunspellFactory): void {
  switch (message.kind) {
    case 'load':
      load(message, hunspell)
      return
    case 'wrong': {
      const known = loaded.get(message.language) ?? []
      const isKnown = (word: string) => known.some((dictionary) => dictionary.spell(word))
      send({ id: message.id, words: message.words.filter((word) => !isKnown(word)) })
      return
    }
    case 'suggest': {
      const known = loaded.get(message.language) ?? []
      const words = known.flatMap((dictionary) => dictionary.suggest(message.word))
      send({ id: message.id, words: [...new Set(words)] })
    }
  }
}

function load(message: Extract<ToSpeller, { kind: 'load' }>, hunspell: HunspellFactory): void {
  if (loaded.has(message.language)) return
  const [oldest] = loaded.keys()
  if (oldest !== undefined && loaded.size >= LOADED_AT_ONCE) {
    loaded.get(oldest)?.forEach((dictionary) => dictionary.dispose())
    loaded.delete(oldest)
  }
  const dictionaries = message.dictionaries.map(({ aff, dic }, index) => {
    // Named here: the library's own names come from one that is not the same in a bundle.
    const name = `${message.language}-${index}`
    const affPath = hunspell.mountBuffer(aff, `${name}.aff`)
    const dicPath = hunspell.mountBuffer(dic, `${name}.dic`)
    const dictionary = hunspell.create(affPath, dicPath)
    // They are read when the dictionary is made; kept, they would be held twice.
    for (const path of [affPath, dicPath]) hunspell.unmount(path)
    return dictionary
  })
  loaded.set(message.language, dictionaries)
}

function send(message: FromSpeller): void {
  port.postMessage(message)
}
