import { Tooltip } from '@mantine/core'
import type { Mention } from '../../src-main/contract/mentions.ts'
import type { SuggestedTag } from '../../src-main/contract/tags.ts'
import { useCall, valueOf } from '../engine/use-call.ts'
import { useFormats } from '../kit/formats.ts'
import { CommandKeys } from '../kit/key-names.tsx'
import { useCommand } from '../kit/shortcuts.tsx'
import { useText } from '../kit/use-text.ts'
import { doAct } from './acts.ts'
import classes from './inbox.module.css'

/** Tags that what was tagged before suggests, and why; one key puts on the first. Nothing is put on by itself. */
export function SuggestedTags({ mention }: { readonly mention: Mention }) {
  const { t } = useText()
  const formats = useFormats()
  const { id } = mention
  const items = valueOf(useCall('tags.suggest', { mentionId: id }, 'keep'))?.items ?? []
  const put = (tag: string) =>
    void doAct({ t, formats }, { ids: [id] }, { kind: 'tag', tag }, () => undefined)
  const [first] = items
  useCommand('acceptTag', first ? () => put(first.tag) : null)
  if (!first) return null
  return (
    <ul className={classes.tags} aria-label={t('inbox.suggested.title')}>
      {items.map((item) => (
        <li key={item.tag}>
          <Tooltip label={<Reasons suggested={item} />}>
            <button type="button" className={classes.suggested} onClick={() => put(item.tag)}>
              <span dir="auto">{t('inbox.suggested.tag', { tag: item.tag })}</span>
              {item === first && <CommandKeys id="acceptTag" />}
            </button>
          </Tooltip>
        </li>
      ))}
      <li className={classes.headNote}>
        <Reasons suggested={first} />
      </li>
    </ul>
  )
}

/** "12 of 15 mentions with “reembolso” carry it." */
export function Reasons({ suggested }: { readonly suggested: SuggestedTag }) {
  const { t } = useText()
  const formats = useFormats()
  return (
    <>
      {suggested.because
        .map(({ word, carry, of }) =>
          t('inbox.suggested.because', {
            word,
            carry: formats.number(carry),
            of: formats.number(of),
            tag: suggested.tag,
          }),
        )
        .join(' ')}
    </>
  )
}
