import type { BrandId } from '../../src-main/contract/ids.ts'
import { useNavigation } from '../kit/places.tsx'
import { useText } from '../kit/use-text.ts'
import { addFiles, addList } from './waiting-files.ts'

export interface BringFiles {
  /** Opens the system's dialog; any number of files. */
  readonly choose: () => void
  readonly bring: (files: readonly File[]) => void
  /** A list of sources that was pasted. */
  readonly bringList: (opml: string, brandId: BrandId) => void
}

/** Never drawn, and kept: one that nobody holds may be gone before a file is chosen. */
const chooser = Object.assign(document.createElement('input'), { type: 'file', multiple: true })

/** The ways a file comes in; each leads to the screen where it is looked at first. */
export function useBringFiles(): BringFiles {
  const { t } = useText()
  const { go, scope } = useNavigation()
  const bring = (files: readonly File[]) => {
    if (files.length === 0) return
    void addFiles(files, scope).then(() => go({ kind: 'import' }))
  }
  const choose = () => {
    chooser.value = ''
    chooser.onchange = () => bring([...(chooser.files ?? [])])
    chooser.click()
  }
  const bringList = (opml: string, brandId: BrandId) => {
    addList(t('imports.pastedList'), opml, brandId)
    go({ kind: 'import' })
  }
  return { choose, bring, bringList }
}
