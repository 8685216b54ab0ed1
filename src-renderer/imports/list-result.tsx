import { Button } from '@mantine/core'
import type { BrandId } from '../../src-main/contract/ids.ts'
import type { Output } from '../engine/call.ts'
import { failureWords } from '../kit/failure-words.ts'
import { useNavigation } from '../kit/places.tsx'
import { useText } from '../kit/use-text.ts'
import { gatherNow } from '../sources/gathering.ts'
import classes from './imports.module.css'
import { dropFile, useWaitingFiles, type WaitingFile } from './waiting-files.ts'

type Added = Output<'sources.addMany'>

interface ListAddedProps {
  readonly file: WaitingFile
  readonly brandId: BrandId
  readonly result: Added
}

/** What became of a list of sources, those that could not be added by name. */
export function ListAdded({ file, brandId, result }: ListAddedProps) {
  const { t } = useText()
  const sourceIds = result.added.map(({ sourceId }) => sourceId)
  return (
    <div className={classes.result} role="status">
      <Counts result={result} />
      {sourceIds.length > 0 && <p className={classes.quiet}>{t('addSource.many.next')}</p>}
      <div className={classes.steps}>
        <ToSources file={file} brandId={brandId} />
        {sourceIds.length > 0 && (
          <Button variant="default" onClick={() => void gatherNow({ brandId, sourceIds })}>
            {t('sources.gather')}
          </Button>
        )}
      </div>
      <Refused rejected={result.rejected} />
    </div>
  )
}

/** The brands a list made, or added to. */
export function BrandsMade({
  file,
  result,
}: {
  readonly file: WaitingFile
  readonly result: Output<'brands.fromOpml'>
}) {
  const { t } = useText()
  return (
    <div className={classes.result} role="status">
      <ul className={classes.made}>
        {result.brands.map((brand) => (
          <li key={brand.brandId}>
            <p className={classes.resultWords} dir="auto">
              {t(`imports.list.was.${brand.was}`, { name: brand.name })}
            </p>
            <Counts result={brand} />
            <Refused rejected={brand.rejected} />
          </li>
        ))}
      </ul>
      <Refused rejected={result.rejected} />
      <p className={classes.quiet}>{t('addSource.many.next')}</p>
      <div className={classes.steps}>
        <ToSources file={file} brandId={null} />
      </div>
    </div>
  )
}

function ToSources({ file, brandId }: { readonly file: WaitingFile; readonly brandId: BrandId | null }) {
  const { t } = useText()
  const { go } = useNavigation()
  const hasNext = useWaitingFiles().length > 1
  const see = () => {
    dropFile(file.id)
    go({ kind: 'sources' }, brandId)
  }
  return (
    <>
      {hasNext && <Button onClick={() => dropFile(file.id)}>{t('imports.next')}</Button>}
      <Button variant={hasNext ? 'default' : 'filled'} onClick={see}>
        {t('imports.list.see')}
      </Button>
    </>
  )
}

function Counts({ result: { added, already } }: { readonly result: Pick<Added, 'added' | 'already'> }) {
  const { t } = useText()
  return (
    <p>
      {t('addSource.many.added', { count: added.length })}{' '}
      {already > 0 && t('addSource.many.already', { count: already })}
    </p>
  )
}

function Refused({ rejected }: Pick<Added, 'rejected'>) {
  const { t } = useText()
  if (rejected.length === 0) return null
  return (
    <div className={classes.refused}>
      <p>{t('addSource.many.rejected', { count: rejected.length })}</p>
      <ul>
        {rejected.map((failure, index) => (
          <li key={index}>
            <bdi>{failure.url}</bdi>{' '}
            {failure.kind === 'bad-row' ? t('imports.list.noBrand') : failureWords(t, failure).what}
          </li>
        ))}
      </ul>
    </div>
  )
}
