import { Button, NativeSelect, PasswordInput, Textarea, TextInput } from '@mantine/core'
import { useState, type SyntheticEvent } from 'react'
import type { Account, ChannelKind } from '../../src-main/contract/accounts.ts'
import type { Failure } from '../../src-main/contract/failure.ts'
import type { BrandId } from '../../src-main/contract/ids.ts'
import { call, toFailure } from '../engine/call.ts'
import { useCall, valueOf } from '../engine/use-call.ts'
import { useBrands } from '../kit/brands.tsx'
import { useNavigation } from '../kit/places.tsx'
import { useText } from '../kit/use-text.ts'
import { showConnected, WhyNot } from './connecting.tsx'
import classes from './settings.module.css'
import { SignIn } from './sign-in.tsx'

interface ConnectAccountProps {
  readonly onDone: () => void
  /** One that is connected again: only its secret is asked for anew. */
  readonly again?: Account
}

/** Connects an account: the form is drawn from what its channel has to know, and the place is asked at once. */
export function ConnectAccount({ onDone, again }: ConnectAccountProps) {
  const { t } = useText()
  const { scope } = useNavigation()
  const brands = useBrands()
  const kinds = valueOf(useCall('channels.list', {}))?.items ?? []
  const [brand, setBrand] = useState<BrandId | null>(again?.brandId ?? scope ?? brands[0]?.brandId ?? null)
  const [name, setName] = useState<string | null>(again?.channel ?? null)
  const kind = kinds.find((one) => one.name === name) ?? kinds[0]
  if (brand === null || kind === undefined) return null
  return (
    <div className={classes.connect}>
      {again === undefined && scope === null && brands.length > 1 && (
        <NativeSelect
          label={t('accounts.brand')}
          value={brand}
          onChange={({ currentTarget }) =>
            setBrand(brands.find(({ brandId }) => brandId === currentTarget.value)?.brandId ?? brand)
          }
          data={brands.map((one) => ({ value: one.brandId, label: one.name }))}
        />
      )}
      {again === undefined && (
        <NativeSelect
          autoFocus
          label={t('accounts.channel')}
          value={kind.name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          data={kinds.map((one) => ({
            value: one.name,
            label: t(`outbox.channel.${one.name}`, { defaultValue: one.name }),
          }))}
        />
      )}
      <Fields
        key={kind.name}
        kind={kind}
        brandId={brand}
        onDone={onDone}
        {...(again !== undefined && { again })}
      />
    </div>
  )
}

type Trying =
  | { readonly kind: 'no' | 'asking' }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly how: 'secret' | 'sign-in' }

interface FieldsProps extends ConnectAccountProps {
  readonly kind: ChannelKind
  readonly brandId: BrandId
}

/** What was filled in, addresses made whole. */
function givenSettings(kind: ChannelKind, settings: Readonly<Record<string, string>>) {
  return Object.fromEntries(
    Object.entries(settings).flatMap(([field, value]) =>
      value.trim() === '' ? [] : [[field, addressed(kind, field, value)]],
    ),
  )
}

function Fields({ kind, brandId, onDone, again }: FieldsProps) {
  const { t } = useText()
  const [settings, setSettings] = useState<Readonly<Record<string, string>>>(again?.settings ?? {})
  const [secret, setSecret] = useState('')
  const [trying, setTrying] = useState<Trying>({ kind: 'no' })
  const given = givenSettings(kind, settings)
  const isWhole =
    secret.trim() !== '' && kind.fields.every(({ name, required }) => !required || name in given)
  const connect = async (event: SyntheticEvent) => {
    event.preventDefault()
    if (!isWhole) return
    setTrying({ kind: 'asking' })
    try {
      const account = { brandId, channel: kind.name, settings: given, secret: secret.trim() }
      showConnected(t, await call('accounts.connect', account))
      onDone()
    } catch (thrown) {
      setTrying({ kind: 'failed', failure: toFailure(thrown), how: 'secret' })
    }
  }
  return (
    <form className={classes.connectForm} onSubmit={(event) => void connect(event)} noValidate>
      {kind.fields.map((field) => (
        <SettingField
          key={field.name}
          field={field}
          value={settings[field.name] ?? ''}
          onChange={(value) => setSettings({ ...settings, [field.name]: value })}
        />
      ))}
      {kind.signIn && (
        <SignIn
          kind={kind}
          brandId={brandId}
          settings={given}
          onDone={onDone}
          onFailed={(failure) => setTrying({ kind: 'failed', failure, how: 'sign-in' })}
        />
      )}
      <SecretField kind={kind} value={secret} onChange={setSecret} />
      {trying.kind === 'failed' && <WhyNot {...trying} />}
      <div className={classes.taskLine}>
        <Button
          type="submit"
          variant={kind.signIn ? 'default' : 'filled'}
          disabled={!isWhole}
          loading={trying.kind === 'asking'}
        >
          {t('accounts.connect')}
        </Button>
        <Button variant="subtle" color="gray" onClick={onDone}>
          {t('accounts.cancel')}
        </Button>
      </div>
    </form>
  )
}

interface SettingFieldProps {
  readonly field: ChannelKind['fields'][number]
  readonly value: string
  readonly onChange: (value: string) => void
}

function SettingField({ field: { name, kind, required }, value, onChange }: SettingFieldProps) {
  const { t } = useText()
  const label = t(`accounts.field.${name}`, { defaultValue: name })
  return (
    <TextInput
      label={required ? label : `${label} ${t('accounts.optional')}`}
      placeholder={kind === 'address' ? 'https://' : ''}
      inputMode={kind === 'address' ? 'url' : 'text'}
      autoComplete="off"
      spellCheck={false}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  )
}

interface SecretFieldProps {
  readonly kind: ChannelKind
  readonly value: string
  readonly onChange: (value: string) => void
}

function SecretField({ kind, value, onChange }: SecretFieldProps) {
  const { t } = useText()
  const words = {
    label: t(`accounts.secret.${kind.secret}`),
    description: t(`accounts.help.${kind.name}`, { defaultValue: '' }),
    autoComplete: 'off',
    value,
  }
  if (kind.secret === 'key-file')
    return (
      <Textarea
        {...words}
        spellCheck={false}
        minRows={3}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    )
  return <PasswordInput {...words} onChange={({ currentTarget }) => onChange(currentTarget.value)} />
}

/** An address is often written without its beginning; where a secret goes, that is https. */
function addressed({ fields }: ChannelKind, field: string, value: string): string {
  const text = value.trim()
  const isAddress = fields.some(({ name, kind }) => name === field && kind === 'address')
  return isAddress && !/^[a-z]+:\/\//i.test(text) ? `https://${text}` : text
}
