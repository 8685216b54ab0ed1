import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Brand } from '../../src-main/contract/brands.ts'
import type { Failure } from '../../src-main/contract/failure.ts'
import { Alternative } from '../../src-main/contract/sources.ts'
import { askToOpen } from '../kit/confirm-link.tsx'
import { failureWords } from '../kit/failure-words.ts'
import { useNavigation } from '../kit/places.tsx'
import { runCommand } from '../kit/shortcuts.tsx'
import { useText } from '../kit/use-text.ts'
import classes from './sources.module.css'

interface NoFeedProps {
  readonly brand: Brand
  readonly address: string
  /** Null where nothing failed, and nothing was there. */
  readonly failure: Failure | null
}

/** Whatever is true of every place. */
const ALWAYS: readonly Alternative[] = ['csv-import', 'by-hand']

/** What may do instead, as the engine knows it of that place. */
function alternativesOf(failure: Failure | null): readonly Alternative[] {
  const told = failure?.facts?.['alternatives']
  if (!Array.isArray(told)) return ALWAYS
  return Alternative.options.filter((one) => told.includes(one))
}

/** No feed to follow: what it is called, and every other way to hear what is said there. */
export function NoFeed({ brand, address, failure }: NoFeedProps) {
  const { t } = useText()
  const isKnown = failure?.kind === 'no-feed'
  return (
    <div className={classes.found}>
      <p role="status">
        {failure !== null && isKnown ? failureWords(t, failure).what : t('addSource.nothing')}
      </p>
      <h3>{t('addSource.instead.title')}</h3>
      <ul className={classes.ways}>
        {alternativesOf(failure).map((way) => (
          <Way key={way} way={way} brand={brand} address={address} />
        ))}
      </ul>
      {!isKnown && <Tips />}
    </div>
  )
}

function Tips() {
  const { t } = useText()
  return (
    <>
      <h3>{t('addSource.tips.title')}</h3>
      <ul className={classes.tips}>
        <li>{t('addSource.tips.front')}</li>
        <li>{t('addSource.tips.rss')}</li>
        <li>{t('addSource.tips.search')}</li>
        <li>{t('addSource.tips.browser')}</li>
      </ul>
    </>
  )
}

interface WayProps {
  readonly way: Alternative
  readonly brand: Brand
  readonly address: string
}

/** Where anybody can have what is found about some words sent as a feed. */
const ALERTS = 'https://www.google.com/alerts'

function Way({ way, brand, address }: WayProps) {
  const { t } = useText()
  const { go } = useNavigation()
  switch (way) {
    case 'alerts-feed':
      return (
        <WayItem why={t('addSource.instead.alertsWhy', { name: brand.name })}>
          <Button variant="default" size="compact-sm" onClick={() => askToOpen(ALERTS)}>
            {t('addSource.instead.alerts')}
          </Button>
        </WayItem>
      )
    case 'csv-import':
      return (
        <WayItem why={t('addSource.instead.fileWhy')}>
          <Button variant="default" size="compact-sm" onClick={() => runCommand('importFile')}>
            {t('addSource.instead.file')}
          </Button>
        </WayItem>
      )
    case 'mail-import':
      return (
        <WayItem why={t('addSource.instead.mailWhy')}>
          <Button variant="default" size="compact-sm" onClick={() => runCommand('importFile')}>
            {t('addSource.instead.mail')}
          </Button>
        </WayItem>
      )
    case 'by-hand':
      return (
        <WayItem why={t('addSource.instead.handWhy')}>
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => go({ kind: 'by-hand', url: address }, brand.brandId)}
          >
            {t('addSource.instead.hand')}
          </Button>
        </WayItem>
      )
  }
}

function WayItem({ why, children }: { readonly why: string; readonly children: ReactNode }) {
  return (
    <li>
      {children}
      <p>{why}</p>
    </li>
  )
}
