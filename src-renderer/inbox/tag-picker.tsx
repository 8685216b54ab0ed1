import { Button, Combobox, Popover, TextInput, useCombobox } from '@mantine/core'
import { useState } from 'react'
import type { BrandId, MentionId } from '../../src-main/contract/ids.ts'
import type { SuggestedTag, Tag } from '../../src-main/contract/tags.ts'
import { useCall, valueOf } from '../engine/use-call.ts'
import { CommandKeys } from '../kit/key-names.tsx'
import { colourOf, TagDot } from '../kit/tag-mark.tsx'
import { useText } from '../kit/use-text.ts'
import classes from './inbox.module.css'
import { Reasons } from './suggested-tags.tsx'

interface TagPickerProps {
  readonly opened: boolean
  readonly onChange: (opened: boolean) => void
  readonly brandId: BrandId | null
  /** The one mention it is about, for suggestions; null for several. */
  readonly mentionId: MentionId | null
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
          rightSection={<CommandKeys id="tag" />}
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

const fold = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

export interface TagChoice {
  readonly tag: string
  /** The synonym, or the name it had, by which it was found. */
  readonly foundBy: string | null
}

/**
 * Known tags that match by their name or another word for them, those that begin alike first; then the tag as typed,
 * when it is new. What was retired is found only by its whole name.
 */
export function tagChoices(
  known: readonly Pick<Tag, 'tag' | 'synonyms' | 'formerly' | 'retiredAt'>[],
  worn: readonly string[],
  typed: string,
): { readonly known: readonly TagChoice[]; readonly create: string | null } {
  const wanted = tidyTag(typed)
  const sought = fold(wanted)
  const offered = known.filter(
    ({ tag, retiredAt }) => !worn.includes(tag) && (retiredAt === null || fold(tag) === sought),
  )
  const found = offered.flatMap(({ tag, synonyms, formerly }): TagChoice[] => {
    if (fold(tag).includes(sought)) return [{ tag, foundBy: null }]
    const other = [...synonyms, ...formerly].find((word) => fold(word).startsWith(sought))
    return other === undefined ? [] : [{ tag, foundBy: other }]
  })
  const begins = ({ tag, foundBy }: TagChoice) =>
    Number(foundBy !== null || fold(tag).startsWith(sought) || fold(tag).includes(`/${sought}`))
  const sorted = found.sort((a, b) => begins(b) - begins(a) || a.tag.localeCompare(b.tag)).slice(0, SHOWN)
  const isKnown = known.some(({ tag, synonyms, formerly }) =>
    [tag, ...synonyms, ...formerly].some((word) => fold(word) === sought),
  )
  return { known: sorted, create: wanted !== '' && !isKnown ? wanted : null }
}

function useTagsOf(brandId: BrandId | null): readonly Tag[] {
  return valueOf(useCall('tags.list', brandId === null ? null : { brandId }))?.items ?? []
}

function TagField({ brandId, mentionId, worn, onTag, onChange }: TagPickerProps) {
  const { t } = useText()
  const [typed, setTyped] = useState('')
  const tags = useTagsOf(brandId)
  const choices = tagChoices(tags, worn, typed)
  const suggested = valueOf(useCall('tags.suggest', mentionId === null ? null : { mentionId }))?.items ?? []
  const shown = typed.trim() === '' ? suggested : []
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
        <Choices tags={tags} suggested={shown} known={choices.known} />
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

function ChoiceWords({ tags, tag }: { readonly tags: readonly Tag[]; readonly tag: string }) {
  const colour = colourOf(tags, tag)
  return (
    <span className={classes.tagChoice}>
      {colour !== null && <TagDot colour={colour} />}
      <span dir="auto">{tag}</span>
    </span>
  )
}

interface ChoicesProps {
  readonly tags: readonly Tag[]
  readonly suggested: readonly SuggestedTag[]
  readonly known: readonly TagChoice[]
}

function Choices({ tags, suggested, known }: ChoicesProps) {
  return (
    <>
      {suggested.map((item) => (
        <Combobox.Option key={`suggested ${item.tag}`} value={item.tag}>
          <ChoiceWords tags={tags} tag={item.tag} />
          <span className={classes.choiceWhy}>
            <Reasons suggested={item} />
          </span>
        </Combobox.Option>
      ))}
      {known
        .filter(({ tag }) => !suggested.some((item) => item.tag === tag))
        .map(({ tag, foundBy }) => (
          <Combobox.Option key={tag} value={tag}>
            <ChoiceWords tags={tags} tag={tag} />
            {foundBy !== null && <span className={classes.choiceWhy}>{foundBy}</span>}
          </Combobox.Option>
        ))}
    </>
  )
}
