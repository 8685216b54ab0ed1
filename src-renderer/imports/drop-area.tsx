import { useEffect, useEffectEvent, useState } from 'react'
import { useBrand } from '../kit/brands.tsx'
import { useNavigation } from '../kit/places.tsx'
import { useCommand } from '../kit/shortcuts.tsx'
import { useText } from '../kit/use-text.ts'
import classes from './imports.module.css'
import { useBringFiles } from './use-bring-files.ts'

const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true

/** Files are brought in wherever in the window they are let go; what will come of it is said before. */
export function DropArea() {
  const { t } = useText()
  const { scope } = useNavigation()
  const brand = useBrand(scope)
  const { choose, bring } = useBringFiles()
  const isOver = useFilesOver(bring)
  useCommand('importFile', choose)
  if (!isOver) return null
  return (
    <div className={classes.overlay} role="status">
      <div className={classes.overlayWords}>
        <p className={classes.overlayTitle}>
          {brand ? t('imports.drop', { name: brand.name }) : t('imports.dropAll')}
        </p>
        <p>{t('imports.dropWhat')}</p>
        <p>{t('imports.dropSafe')}</p>
      </div>
    </div>
  )
}

/** Whether files are held over the window; `onDrop` has them when they are let go. */
function useFilesOver(onDrop: (files: readonly File[]) => void): boolean {
  const [isOver, setIsOver] = useState(false)
  const drop = useEffectEvent(onDrop)
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      setIsOver(true)
    }
    const leave = (event: DragEvent) => {
      // Only what leaves the window itself: every element on the way says that it was left.
      if (event.relatedTarget === null) setIsOver(false)
    }
    const letGo = (event: DragEvent) => {
      setIsOver(false)
      if (!carriesFiles(event)) return
      event.preventDefault()
      drop([...(event.dataTransfer?.files ?? [])])
    }
    document.addEventListener('dragenter', over)
    document.addEventListener('dragover', over)
    document.addEventListener('dragleave', leave)
    document.addEventListener('drop', letGo)
    return () => {
      document.removeEventListener('dragenter', over)
      document.removeEventListener('dragover', over)
      document.removeEventListener('dragleave', leave)
      document.removeEventListener('drop', letGo)
    }
  }, [])
  return isOver
}
