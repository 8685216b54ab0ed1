import { Button, Combobox, Popover, TextInput, useCombobox } from '@mantine/core'
import { useState } from 'react'
import type { BrandId } from '../../src-main/contract/ids.ts'
import { useCall, valueOf } from '../engine/use-call.ts'
import { Keys } from '../kit/key-names.tsx'
import { useText } from '../kit/use-text.ts'

interface TagPickerProps {
  readonly opened: boolean
  readonly onChange: (opened: boolean) => void
  readonly brandId: BrandId | null
  /** Tags it has already. */
  readonly worn: readonly string[]
  readonly onTag: (tag: string) => void
}

export function TagPicker(props: TagPickerProps) {
  const { t } = useText()
  const { opened, onChange } = props
  return (
    <Popover opened={opened} onChange={onChange} position="bottom-start" width={300} trapFocus returnFocus>
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          fw={400}
          rightSection={<Keys keys="t" />}
          onClick={() => onChange(!opened)}
        >
          {t('kit.command.tag')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('kit.command.tag')} p="xs">
        <TagField {...props} />
      </Popover.Dropdown>
    </Popover>
  )
}

const SHOWN = 8

/** `a / b` and `a/b/` are the same place in the tree. */
export function tidyTag(typed: string): string {
  return typed
    .split('/')
    .map((part) => part.trim().replaceAll(/\s+/g, ' '))
    .filter((part) => part !== '')
    .join('/')
}

/** Known tags that match, the ones that begin alike first; then the tag as typed, when it is new. */
export function tagChoices(known: readonly string[], worn: readonly string[], typed: string) {
  const fold = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
  const wanted = tidyTag(typed)
  const sought = fold(wanted)
  const free = known.filter((tag) => !worn.includes(tag) && fold(tag).includes(sought))
  const begins = (tag: string) => Number(fold(tag).startsWith(sought) || fold(tag).includes(`/${sought}`))
  const sorted = free.sort((a, b) => begins(b) - begins(a) || a.localeCompare(b)).slice(0, SHOWN)
  const exists = known.some((tag) => fold(tag) === sought)
  return { known: sorted, create: wanted !== '' && !exists ? wanted : null }
}

function TagField({ brandId, worn, onTag, onChange }: TagPickerProps) {
  const { t } = useText()
  const [typed, setTyped] = useState('')
  const tags = valueOf(useCall('tags.list', brandId === null ? null : { brandId }))?.items ?? []
  const choices = tagChoices(
    tags.map(({ tag }) => tag),
    worn,
    typed,
  )
  const combobox = useCombobox({ opened: true })
  const choose = (tag: string) => {
    onTag(tag)
    onChange(false)
  }
  return (
    <Combobox store={combobox} onOptionSubmit={choose}>
      <Combobox.EventsTarget>
        <TextInput
          data-autofocus
          aria-label={t('inbox.tagField')}
          placeholder={t('inbox.tagPlaceholder')}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            combobox.selectFirstOption()
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || combobox.getSelectedOptionIndex() >= 0) return
            event.preventDefault()
            const tag = tidyTag(typed)
            if (tag !== '') choose(tag)
          }}
        />
      </Combobox.EventsTarget>
      <Combobox.Options mt="xs" aria-label={t('inbox.tags')}>
        {choices.known.map((tag) => (
          <Combobox.Option key={tag} value={tag}>
            <span dir="auto">{tag}</span>
          </Combobox.Option>
        ))}
        {choices.create !== null && (
          <Combobox.Option value={choices.create}>
            {t('inbox.createTag', { tag: choices.create })}
          </Combobox.Option>
        )}
      </Combobox.Options>
      {choices.known.length === 0 && choices.create === null && (
        <p style={{ margin: '8px 4px 0', fontSize: 13, color: 'var(--mantine-color-dimmed)' }}>
          {t('inbox.noTags')}
        </p>
      )}
    </Combobox>
  )
}
