import { Button, TagsInput, TextInput, Tooltip } from '@mantine/core'
import { useState, type KeyboardEvent, type SyntheticEvent } from 'react'
import { TagColour } from '../../src-main/contract/tags.ts'
import { tagLook } from '../kit/tag-mark.tsx'
import { useText } from '../kit/use-text.ts'
import type { TagLine } from './tag-rows.ts'
import classes from './tags.module.css'

export interface Looks {
  readonly colour: TagColour | null
  readonly description: string
  readonly synonyms: readonly string[]
}

interface TagLooksFormProps {
  readonly line: TagLine
  /** The tag that a synonym means already, when that is why it was not saved. */
  readonly taken: string | null
  readonly onSave: (looks: Looks) => void
  readonly onLeave: () => void
}

/** Colour, description and synonyms of one tag, in place. */
export function TagLooksForm({ line, taken, onSave, onLeave }: TagLooksFormProps) {
  const { t } = useText()
  const [colour, setColour] = useState(line.tag?.colour ?? null)
  const [description, setDescription] = useState(line.tag?.description ?? '')
  const [synonyms, setSynonyms] = useState([...(line.tag?.synonyms ?? [])])
  const save = (event: SyntheticEvent) => {
    event.preventDefault()
    onSave({ colour, description: description.trim(), synonyms })
  }
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    onLeave()
  }
  return (
    <form className={classes.looks} onSubmit={save} onKeyDown={leave}>
      <ColourChoice colour={colour} onChange={setColour} />
      <TextInput
        label={t('tags.description')}
        placeholder={t('tags.descriptionHint')}
        value={description}
        maxLength={500}
        autoFocus
        onChange={({ currentTarget }) => setDescription(currentTarget.value)}
      />
      <TagsInput
        label={t('tags.synonyms')}
        description={t('tags.synonymsHint')}
        value={synonyms}
        onChange={setSynonyms}
        error={taken === null ? null : t('tags.synonymTaken', { tag: taken })}
        acceptValueOnBlur
      />
      {line.tag && line.tag.formerly.length > 0 && (
        <p className={classes.formerly}>{t('tags.formerly', { names: line.tag.formerly.join(', ') })}</p>
      )}
      <div className={classes.formActions}>
        <Button type="submit">{t('kit.action.save')}</Button>
        <Button variant="subtle" color="gray" onClick={onLeave}>
          {t('kit.action.cancel')}
        </Button>
      </div>
    </form>
  )
}

interface ColourChoiceProps {
  readonly colour: TagColour | null
  readonly onChange: (colour: TagColour | null) => void
}

function ColourChoice({ colour, onChange }: ColourChoiceProps) {
  const { t } = useText()
  return (
    <fieldset className={classes.colours}>
      <legend>{t('tags.colour')}</legend>
      {[null, ...TagColour.options].map((each) => {
        const name = each === null ? t('tags.noColour') : t(`tags.colours.${each}`)
        return (
          <Tooltip key={each ?? 'none'} label={name}>
            <label className={classes.colour}>
              <input
                type="radio"
                name="tag-colour"
                aria-label={name}
                checked={colour === each}
                onChange={() => onChange(each)}
              />
              <span style={each === null ? {} : { backgroundColor: tagLook(each) }} />
            </label>
          </Tooltip>
        )
      })}
    </fieldset>
  )
}
