import { Textarea } from '@mantine/core'
import { focusPane } from '../kit/focus-pane.ts'
import { useText } from '../kit/use-text.ts'
import classes from './answer.module.css'
import type { Answering } from './use-answering.ts'

interface EditorProps {
  readonly answering: Answering
  readonly size: 'open' | 'line'
  readonly onFocus: (where: 'here' | 'elsewhere') => void
}

/** The words of the answer. */
export function Editor({ answering: { whole, brand, draft }, size, onFocus }: EditorProps) {
  const { t } = useText()
  return (
    <Textarea
      data-focus="composer"
      data-mention={whole.id}
      aria-label={t('answer.write', { brand: brand.name })}
      placeholder={t('answer.placeholder', { brand: brand.name })}
      autosize
      minRows={size === 'open' ? 3 : 1}
      maxRows={12}
      dir="auto"
      maxLength={100_000}
      classNames={{ input: classes.field ?? '' }}
      value={draft.text}
      onChange={(event) => draft.type(event.currentTarget.value)}
      onFocus={() => onFocus('here')}
      onBlur={() => {
        onFocus('elsewhere')
        draft.save()
      }}
      onKeyDown={(event) => event.key === 'Escape' && focusPane('reading')}
    />
  )
}
