import { Button, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core'
import { useState, type KeyboardEvent, type SyntheticEvent } from 'react'
import type { Brand } from '../../src-main/contract/brands.ts'
import type { BrandId } from '../../src-main/contract/ids.ts'
import { useRun } from '../engine/use-run.ts'
import { useBrands } from '../kit/brands.tsx'
import { ErrorNote } from '../kit/error-note.tsx'
import { useFormats } from '../kit/formats.ts'
import { Page } from '../kit/page.tsx'
import { useNavigation } from '../kit/places.tsx'
import { rememberUnsaved } from '../kit/remembered.ts'
import { showDone } from '../kit/toast.tsx'
import { useNow } from '../kit/use-now.ts'
import { useText } from '../kit/use-text.ts'
import { toAdd, type Written } from './by-hand.ts'
import classes from './imports.module.css'

interface ByHandScreenProps {
  /** Null is all brands. */
  readonly brandId: BrandId | null
  /** Where it was said, when the user comes from there. */
  readonly url: string
}

/** What no source brings: a message, a call, a page without a feed. */
export function ByHandScreen({ brandId, url }: ByHandScreenProps) {
  const { t } = useText()
  const brands = useBrands()
  const [chosen, setChosen] = useState(brandId ?? brands[0]?.brandId ?? null)
  const brand = brands.find((one) => one.brandId === chosen)
  return (
    <Page title={t('kit.command.addMention')} about={t('byHand.about')}>
      {brandId === null && brands.length > 1 && (
        <NativeSelect
          label={t('addSource.brand')}
          value={chosen ?? ''}
          onChange={({ currentTarget }) =>
            setChosen(brands.find((one) => one.brandId === currentTarget.value)?.brandId ?? chosen)
          }
          data={brands.map((one) => ({ value: one.brandId, label: one.name }))}
          maw={320}
          mb="md"
        />
      )}
      {brand ? <ByHandForm key={brand.brandId} brand={brand} url={url} /> : <p>{t('addSource.needBrand')}</p>}
    </Page>
  )
}

/** What was written and not added yet, for each brand. */
const useWritten = rememberUnsaved<Written>()
const nothingAt = (url: string): Written => ({ text: '', url, author: '', day: '', stars: '' })

function ByHandForm({ brand, url }: { readonly brand: Brand; readonly url: string }) {
  const { t } = useText()
  const { go } = useNavigation()
  const { state, run } = useRun('mentions.add')
  const { value, remember, forget } = useWritten(brand.brandId, () => nothingAt(url))
  const written = value.url === '' && url !== '' ? { ...value, url } : value
  const change = (part: Partial<Written>) => remember({ ...written, ...part })
  const isEmpty = written.text.trim() === ''
  const add = async () => {
    if (isEmpty) return
    const added = await run({ brandId: brand.brandId, ...toAdd(written) })
    if (!added) return
    forget(nothingAt(''))
    showDone(t('byHand.added', { name: brand.name }))
    go({ kind: 'inbox', view: 'everything', mentionId: added.id }, brand.brandId)
  }
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    void add()
  }
  const addByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    void add()
  }
  return (
    <form onSubmit={submit} onKeyDown={addByKey} className={classes.byHand}>
      <Stack gap="md">
        <Textarea
          label={t('byHand.text')}
          description={t('byHand.textWhy')}
          value={written.text}
          onChange={({ currentTarget }) => change({ text: currentTarget.value })}
          autosize
          minRows={6}
          maxRows={18}
          autoFocus
          dir="auto"
        />
        <WhereAndWho written={written} change={change} />
        <WhenAndStars brand={brand} written={written} change={change} />
        {state.kind === 'failed' && <ErrorNote failure={state.failure} />}
        <div className={classes.steps}>
          <Button type="submit" disabled={isEmpty} loading={state.kind === 'running'}>
            {t('byHand.add')}
          </Button>
          <span className={classes.quiet}>{t('byHand.kept')}</span>
        </div>
      </Stack>
    </form>
  )
}

interface PartProps {
  readonly written: Written
  readonly change: (part: Partial<Written>) => void
}

function WhereAndWho({ written, change }: PartProps) {
  const { t } = useText()
  return (
    <>
      <TextInput
        label={t('byHand.url')}
        description={t('byHand.urlWhy')}
        value={written.url}
        onChange={({ currentTarget }) => change({ url: currentTarget.value })}
        maxLength={4000}
        inputMode="url"
        dir="ltr"
      />
      <TextInput
        label={t('byHand.author')}
        description={t('byHand.authorWhy')}
        value={written.author}
        onChange={({ currentTarget }) => change({ author: currentTarget.value })}
        maxLength={300}
        dir="auto"
      />
    </>
  )
}

interface WhenAndStarsProps extends PartProps {
  readonly brand: Brand
}

const STARS = ['1', '2', '3', '4', '5'] as const

function WhenAndStars({ brand, written, change }: WhenAndStarsProps) {
  const { t } = useText()
  const { isoDay } = useFormats(brand.timezone)
  const now = useNow()
  return (
    <div className={classes.whenAndStars}>
      <TextInput
        type="date"
        label={t('byHand.day')}
        description={t('byHand.dayWhy')}
        value={written.day}
        max={isoDay(new Date(now).toISOString())}
        onChange={({ currentTarget }) => change({ day: currentTarget.value })}
      />
      <NativeSelect
        label={t('byHand.stars')}
        description={t('byHand.starsWhy')}
        value={written.stars}
        onChange={({ currentTarget }) => change({ stars: currentTarget.value })}
        data={[
          { value: '', label: t('byHand.noStars') },
          ...STARS.map((stars) => ({ value: stars, label: t('kit.stars', { count: Number(stars) }) })),
        ]}
      />
    </div>
  )
}
