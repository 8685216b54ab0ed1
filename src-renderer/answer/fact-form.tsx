import { Button, Group, Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Brand } from '../../src-main/contract/brands.ts'
import type { Fact } from '../../src-main/contract/facts.ts'
import { call } from '../engine/call.ts'
import { useFormats } from '../kit/formats.ts'
import { showFailure } from '../kit/toast.tsx'
import { useText } from '../kit/use-text.ts'
import classes from './listening.module.css'

type Written = Pick<Fact, 'language' | 'title' | 'body'>

/** Keeps a new fact, or changes one; false when it could not be, with the reason said. */
async function keepFact(brand: Brand, fact: Fact | null, written: Written): Promise<boolean> {
  try {
    const named = fact ? { factId: fact.factId } : {}
    await call('facts.save', { brandId: brand.brandId, ...named, ...written })
    return true
  } catch (thrown) {
    showFailure(thrown)
    return false
  }
}

interface FactFormProps {
  readonly brand: Brand
  readonly fact: Fact | null
  readonly language: string
  readonly onSaved: () => void
}

/** A fact as it is written down. */
export function FactForm({ brand, fact, language: first, onSaved }: FactFormProps) {
  const { t } = useText()
  const [title, setTitle] = useState(fact?.title ?? '')
  const [body, setBody] = useState(fact?.body ?? '')
  const [language, setLanguage] = useState(first)
  const languages = [...new Set([first, ...brand.languages, 'es', 'en', 'pt'])]
  const missing = title.trim() === '' || body.trim() === ''
  const save = async () => {
    if (!(await keepFact(brand, fact, { language, title, body }))) return
    setTitle('')
    setBody('')
    onSaved()
  }
  return (
    <form
      className={classes.factForm}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <FactLine
        title={title}
        onTitle={setTitle}
        language={language}
        onLanguage={setLanguage}
        languages={languages}
      />
      <Textarea
        label={t('writing.factBody')}
        description={t('writing.factHelp')}
        placeholder={t('writing.factBodyPlaceholder')}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={4000}
        value={body}
        onChange={(event) => setBody(event.currentTarget.value)}
      />
      <Group justify="flex-end">
        {fact && (
          <Button variant="subtle" color="gray" onClick={onSaved}>
            {t('kit.action.cancel')}
          </Button>
        )}
        <Button type="submit" disabled={missing}>
          {fact ? t('writing.saveFact') : t('writing.addFact')}
        </Button>
      </Group>
    </form>
  )
}

interface FactLineProps {
  readonly title: string
  readonly onTitle: (title: string) => void
  readonly language: string
  readonly onLanguage: (language: string) => void
  readonly languages: readonly string[]
}

function FactLine({ title, onTitle, language, onLanguage, languages }: FactLineProps) {
  const { t } = useText()
  const formats = useFormats(null)
  return (
    <div className={classes.factLine}>
      <TextInput
        label={t('writing.factTitle')}
        placeholder={t('writing.factTitlePlaceholder')}
        value={title}
        maxLength={120}
        data-autofocus
        onChange={(event) => onTitle(event.currentTarget.value)}
      />
      <Select
        label={t('writing.factLanguage')}
        value={language}
        data={languages.map((code) => ({ value: code, label: formats.languageName(code) }))}
        onChange={(code) => code !== null && onLanguage(code)}
      />
    </div>
  )
}
