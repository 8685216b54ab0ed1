// @ts-check
// Writes docs/CONTRACT.md from the contract itself. `--check` only says whether the page is what it should be.
import { readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { contract } from '../src-main/contract/contract.ts'
import { FailureKind } from '../src-main/contract/failure.ts'

const PAGE = new URL('../docs/CONTRACT.md', import.meta.url)

/**
 * @typedef {{ type?: string | string[], const?: unknown, enum?: unknown[], anyOf?: Schema[], oneOf?: Schema[],
 *   properties?: Record<string, Schema>, required?: string[], items?: Schema, additionalProperties?: Schema | boolean,
 *   propertyNames?: Schema, format?: string, $ref?: string, $defs?: Record<string, Schema> }} Schema
 */

/**
 * A schema as a short type a reader knows from TypeScript.
 * @param {Schema} schema
 * @param {Record<string, Schema>} defs
 * @returns {string}
 */
function typeOf(schema, defs) {
  if (schema.$ref !== undefined) return typeOf(defs[schema.$ref.replace('#/$defs/', '')] ?? {}, defs)
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  const either = schema.anyOf ?? schema.oneOf
  if (either) return [...new Set(either.map((each) => typeOf(each, defs)))].join(' | ')
  if (schema.type === 'array') return listOf(typeOf(schema.items ?? {}, defs))
  if (schema.type === 'object') return objectOf(schema, defs)
  if (schema.format === 'date-time') return 'instant'
  if (schema.format === 'date') return 'day'
  return [schema.type ?? 'anything'].flat().join(' | ')
}

/** @param {string} item */
function listOf(item) {
  return item.includes(' | ') ? `(${item})[]` : `${item}[]`
}

/** @param {Schema} schema @param {Record<string, Schema>} defs */
function objectOf(schema, defs) {
  if (!schema.properties) {
    const value = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : {}
    return `{ [name]: ${typeOf(value, defs)} }`
  }
  const fields = Object.entries(schema.properties).map(([name, field]) => {
    const optional = schema.required?.includes(name) ? '' : '?'
    return `${name}${optional}: ${typeOf(field, defs)}`
  })
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`
}

/** @param {z.ZodType} schema @param {'input' | 'output'} io */
function shown(schema, io) {
  // zod's own type of a JSON schema is wider than what it writes; the fields read here are those above.
  const json = /** @type {Schema} */ (z.toJSONSchema(schema, { io, unrepresentable: 'any' }))
  return typeOf(json, json.$defs ?? {})
}

function page() {
  const subjects = Map.groupBy(Object.entries(contract), ([name]) => name.split('.')[0] ?? '')
  const parts = [...subjects].map(([subject, methods]) => {
    const entries = methods.map(([name, { says, input, output, changes }]) =>
      [
        `### \`${name}\`${changes ? '' : ' (reads)'}`,
        '',
        says,
        '',
        '```ts',
        `in:  ${shown(input, 'input')}`,
        `out: ${shown(output, 'output')}`,
        '```',
        '',
      ].join('\n'),
    )
    return `## ${subject}\n\n${entries.join('\n')}`
  })
  return `# The contract

Generated from \`src-main/contract\` by \`npm run docs\`; a test fails when this page is behind.

What the window or the terminal may ask of the engine. Times (\`instant\`) are ISO 8601 with \`Z\`; a \`day\` such as
\`2026-10-01\` is the brand's own day. Ids are opaque strings. A failure is \`{ kind, message, hint, facts? }\`, with
\`kind\` one of ${FailureKind.options.map((kind) => `\`${kind}\``).join(', ')}.
Long calls send \`progress { callId, done, total }\`; every call can be cancelled by its id. Changes are told as
\`changed { subject, brandId }\`.

From a terminal: \`npm run --silent cli -- METHOD 'JSON' --data DIR [--now TIME]\`. With \`-\` as METHOD, calls are read
from standard input, one JSON line \`{"id","method","input"}\` each, and answered in order, one JSON line each.

${parts.join('\n')}`
}

const wanted = page()
if (process.argv.includes('--check')) {
  if (readFileSync(PAGE, 'utf8') !== wanted) {
    process.stderr.write('docs/CONTRACT.md is behind the contract. `npm run docs` writes it anew.\n')
    process.exitCode = 1
  }
} else {
  writeFileSync(PAGE, wanted)
}
