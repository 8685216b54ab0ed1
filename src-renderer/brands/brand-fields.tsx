import { MultiSelect, NativeSelect, TextInput } from '@mantine/core'
import type { AddressForm } from '../../src-main/contract/brands.ts'
import { useFormats } from '../kit/formats.ts'
import { useText } from '../kit/use-text.ts'
import { addressForms } from './brand-draft.ts'

interface FieldProps<Value> {
  readonly value: Value
  readonly onChange: (value: Value) => void
}

export function AddressField({ value, onChange }: FieldProps<AddressForm | null>) {
  const { t } = useText()
  return (
    <NativeSelect
      label={t('brandForm.address')}
      description={t('brandForm.addressWhy')}
      value={value ?? ''}
      onChange={({ currentTarget }) =>
        onChange(addressForms.find((form) => form === currentTarget.value) ?? null)
      }
      data={[
        { value: '', label: t('brandForm.addressNone') },
        ...addressForms.map((form) => ({ value: form, label: t(`brandForm.addressForm.${form}`) })),
      ]}
    />
  )
}

const LANGUAGES = [
  'es',
  'en',
  'pt',
  'ca',
  'gl',
  'eu',
  'fr',
  'it',
  'de',
  'nl',
  'pl',
  'sv',
  'ro',
  'el',
  'tr',
  'ar',
  'he',
]

export function LanguagesField({ value, onChange }: FieldProps<readonly string[]>) {
  const { t } = useText()
  const { languageName } = useFormats()
  const codes = [...new Set([...LANGUAGES, ...value])]
  return (
    <MultiSelect
      label={t('brandForm.languages')}
      placeholder={value.length === 0 ? t('brandForm.languagesHint') : ''}
      value={[...value]}
      onChange={onChange}
      data={codes.map((code) => ({ value: code, label: languageName(code) }))}
      searchable
      hidePickedOptions
    />
  )
}

export function SignatureField({ value, onChange }: FieldProps<string>) {
  const { t } = useText()
  return (
    <TextInput
      label={t('brandForm.signature')}
      description={t('brandForm.signatureWhy')}
      maxLength={300}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  )
}
