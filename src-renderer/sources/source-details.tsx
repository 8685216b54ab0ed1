import type { Brand } from '../../src-main/contract/brands.ts'
import type { Source } from '../../src-main/contract/sources.ts'
import { useFormats } from '../kit/formats.ts'
import { useText } from '../kit/use-text.ts'
import { GapWords } from '../kit/gap-words.tsx'
import { FetchLog } from './fetch-log.tsx'
import { SourceSettings } from './source-settings.tsx'
import classes from './sources.module.css'
import { useSourceWords } from './use-source-words.ts'

interface SourceDetailsProps {
  readonly id: string
  readonly source: Source
  readonly brand: Brand | null
}

/** What lies under a source's row: how it is gathered, what is known of it, what happened at its last tries. */
export function SourceDetails({ id, source, brand }: SourceDetailsProps) {
  const { t } = useText()
  return (
    <section
      id={id}
      className={classes.details}
      aria-label={t('sources.details.of', { title: source.title })}
    >
      <div className={classes.detailColumns}>
        <SourceSettings source={source} brand={brand} />
        <Known source={source} brand={brand} />
      </div>
      {source.kind !== 'file' && <FetchLog source={source} timezone={brand?.timezone ?? null} />}
    </section>
  )
}

function Known({ source, brand }: Omit<SourceDetailsProps, 'id'>) {
  const { t } = useText()
  const { exact } = useFormats(brand?.timezone ?? null)
  const { next, ago } = useSourceWords(brand)
  const time = (instant: string | null) =>
    instant === null ? t('sources.details.never') : `${exact(instant)} (${ago(instant)})`
  const isFile = source.kind === 'file'
  return (
    <div>
      <h4 className={classes.detailTitle}>{t('sources.details.known')}</h4>
      <dl className={classes.known}>
        {!isFile && (
          <>
            <Fact name={t('sources.details.lastGood')}>{time(source.lastSuccessAt)}</Fact>
            {source.lastTryAt !== source.lastSuccessAt && (
              <Fact name={t('sources.details.lastTry')}>{time(source.lastTryAt)}</Fact>
            )}
            <Fact name={t('sources.details.next')}>{next(source)}</Fact>
            {source.newestAt !== null && (
              <Fact name={t('sources.details.newest')}>{time(source.newestAt)}</Fact>
            )}
            <Fact name={t('sources.details.gaps')}>
              {source.gaps.length === 0
                ? t('sources.gap.none')
                : source.gaps.map((one) => (
                    <p key={one.since}>
                      <GapWords gap={one} timezone={brand?.timezone ?? null} />
                    </p>
                  ))}
            </Fact>
            {source.viaProxy && (
              <Fact name={t('sources.details.proxy')}>{t('sources.details.proxyWhy')}</Fact>
            )}
            <Fact name={t('sources.details.address')}>
              <bdi className={classes.host}>{source.url}</bdi>
            </Fact>
          </>
        )}
        <Fact name={t('sources.details.added')}>{exact(source.addedAt)}</Fact>
      </dl>
    </div>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
