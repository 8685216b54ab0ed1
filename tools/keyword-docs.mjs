// @ts-check
// Writes the keywords into docs/QUESTIONS.md, from their own files. `--check` only says whether they are there.
import { readFileSync, writeFileSync } from 'node:fs'
import { keywords } from '../src-main/engine/triage/question/keywords/index.ts'

const PAGE = new URL('../docs/QUESTIONS.md', import.meta.url)
const LIST = /(<!-- keywords: npm run docs -->\n)[\s\S]*?(\n<!-- \/keywords -->)/

const lines = keywords.map(({ name, es, about, example, offers }) => {
  const names = name === es ? `**\`${name}:\`**` : `**\`${name}:\`** or **\`${es}:\`**`
  const takes =
    offers.kind === 'words'
      ? offers.words.map((word) =>
          word.value === word.es ? `\`${word.es}\`` : `\`${word.value}\` or \`${word.es}\``,
        )
      : [`\`${name}:${example}\``]
  return `- ${names}, ${about.en}: ${takes.join(', ')}`
})

const before = readFileSync(PAGE, 'utf8')
const wanted = before.replace(LIST, (_all, begin, end) => `${begin}\n${lines.join('\n')}\n${end}`)
if (!process.argv.includes('--check')) writeFileSync(PAGE, wanted)
else if (before !== wanted) {
  process.stderr.write('docs/QUESTIONS.md is behind the keywords. `npm run docs` writes them anew.\n')
  process.exitCode = 1
}
