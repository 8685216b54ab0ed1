import { Button, Loader } from '@mantine/core'
import type { BrandId } from '../../src-main/contract/ids.ts'
import type { Output } from '../engine/call.ts'
import type { Run } from '../engine/use-run.ts'
import { ErrorNote } from '../kit/error-note.tsx'
import { failureWords } from '../kit/failure-words.ts'
import { useText } from '../kit/use-text.ts'
import { gatherNow } from './gathering.ts'
import classes from './sources.module.css'

interface OpmlResultProps {
  readonly addMany: Run<'sources.addMany'>
  readonly brandId: BrandId
}

/** What became of a list of feeds, those that could not be added by name. */
export function OpmlResult({ addMany, brandId }: OpmlResultProps) {
  const { t } = useText()
  switch (addMany.state.kind) {
    case 'idle':
      return null
    case 'running':
      return (
        <div className={classes.finding} role="status">
          <Loader size="xs" aria-hidden />
          <span>{t('addSource.many.working')}</span>
          <Button size="compact-sm" variant="default" onClick={addMany.cancel}>
            {t('kit.action.stop')}
          </Button>
        </div>
      )
    case 'failed':
      return (
        <div className={classes.found}>
          <ErrorNote failure={addMany.state.failure} />
        </div>
      )
    case 'done':
      return <ListAdded result={addMany.state.value} brandId={brandId} />
  }
}

interface ListAddedProps {
  readonly result: Output<'sources.addMany'>
  readonly brandId: BrandId
}

function ListAdded({ result, brandId }: ListAddedProps) {
  const { t } = useText()
  const { added, already, rejected } = result
  const gatherThem = () => void gatherNow({ brandId, sourceIds: added.map(({ sourceId }) => sourceId) })
  return (
    <div className={classes.found} role="status">
      <p>
        {t('addSource.many.added', { count: added.length })}{' '}
        {already > 0 && t('addSource.many.already', { count: already })}
      </p>
      {added.length > 0 && (
        <div className={classes.addressButtons}>
          <span>{t('addSource.many.next')}</span>
          <Button size="compact-sm" variant="default" onClick={gatherThem}>
            {t('sources.gather')}
          </Button>
        </div>
      )}
      {rejected.length > 0 && (
        <div className={classes.tips}>
          <p>{t('addSource.many.rejected', { count: rejected.length })}</p>
          <ul>
            {rejected.map((failure, index) => (
              <li key={index}>
                <bdi>{failure.url}</bdi> {failureWords(t, failure).what}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
