import { Button, Progress } from '@mantine/core'
import type { BrandId } from '../../src-main/contract/ids.ts'
import type { Failure } from '../../src-main/contract/failure.ts'
import type { FileLook } from '../../src-main/contract/imports.ts'
import { useBrand } from '../kit/brands.tsx'
import { ErrorNote } from '../kit/error-note.tsx'
import { useFormats } from '../kit/formats.ts'
import { useLongWorks } from '../kit/long-work.ts'
import { showDone } from '../kit/toast.tsx'
import { useText } from '../kit/use-text.ts'
import { importing } from './importing.ts'
import classes from './imports.module.css'
import type { Said } from './said.ts'
import { grantAgain, type WaitingFile } from './waiting-files.ts'

interface ImportBarProps {
  readonly file: WaitingFile
  readonly grant: string
  readonly brandId: BrandId
  readonly look: FileLook
  readonly said: Said
}

/** Brings it in, and says how far it is; always in sight under the file that is looked at. */
export function ImportBar({ file, grant, brandId, look, said }: ImportBarProps) {
  const { t } = useText()
  const { number } = useFormats()
  const brand = useBrand(brandId)
  const work = importing.use(file.id)
  const count = look.rows - look.rejectedCount
  const start = async () => {
    const words = t('imports.bringing', { name: file.name })
    const outcome = await importing.start(file.id, { brandId, path: grant, ...said }, words)
    if (outcome.kind === 'done' && !isOnScreen(file.id))
      showDone(t('imports.result.added', { count: outcome.value.added }))
  }
  return (
    <div className={classes.bar} data-import={file.id}>
      {work.kind === 'idle' ? (
        <>
          <Button disabled={count === 0} onClick={() => void start()}>
            {t('imports.bring', { count, shown: number(count) })}
          </Button>
          <span className={classes.quiet}>
            {count === 0 ? t('imports.nothingToBring') : t('imports.bringTo', { name: brand?.name ?? '' })}
          </span>
        </>
      ) : (
        <ImportState file={file} />
      )}
    </div>
  )
}

/** How far it is, or why it ended; what was brought in before stays. */
export function ImportState({ file }: { readonly file: WaitingFile }) {
  const work = importing.use(file.id)
  const again = () => {
    void grantAgain(file.id).then(() => importing.forget(file.id))
  }
  switch (work.kind) {
    case 'failed':
      if (work.failure.kind === 'cancelled') return <Stopped failure={work.failure} again={again} />
      return <ErrorNote failure={work.failure} again={again} />
    case 'running':
      return <HowFar id={file.id} />
    case 'idle':
    case 'done':
      return null
  }
}

/** Whoever looks at it sees what came of it. */
function isOnScreen(id: string): boolean {
  return document.querySelector(`[data-import="${id}"]`) !== null
}

/** The user's own word is no error. */
function Stopped({ failure, again }: { readonly failure: Failure; readonly again: () => void }) {
  const { t } = useText()
  return (
    <>
      <span role="status">{t('imports.stopped', { count: Number(failure.facts?.['added'] ?? 0) })}</span>
      <Button variant="default" onClick={again}>
        {t('imports.goOn')}
      </Button>
    </>
  )
}

/** The same as the bottom line says, where the eye is. */
export function HowFar({ id }: { readonly id: string }) {
  const { t } = useText()
  const work = useLongWorks().find((one) => one.id === id)
  if (!work) return null
  const { words, done, total, stop } = work
  return (
    <div className={classes.howFar} role="status">
      <span>{words}</span>
      <Progress
        value={total > 0 ? (100 * done) / total : 100}
        animated={total === 0}
        size="sm"
        aria-label={words}
        flex={1}
        transitionDuration={100}
      />
      <Button size="compact-sm" variant="default" onClick={stop}>
        {t('kit.action.stop')}
      </Button>
    </div>
  )
}
