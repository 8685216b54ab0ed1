import { Button } from '@mantine/core'
import type { Brand } from '../../src-main/contract/brands.ts'
import type { Failure } from '../../src-main/contract/failure.ts'
import { useBringFiles } from '../imports/use-bring-files.ts'
import { failureWords } from '../kit/failure-words.ts'
import { useText } from '../kit/use-text.ts'
import classes from './sources.module.css'

interface ListFoundProps {
  readonly brand: Brand
  readonly failure: Failure
}

/** Behind the address is a list of feeds: it may be brought in, and chosen from. */
export function ListFound({ brand, failure }: ListFoundProps) {
  const { t } = useText()
  const { bringList } = useBringFiles()
  const { what, todo } = failureWords(t, failure)
  const opml = failure.facts?.['opml']
  return (
    <div className={classes.found}>
      <p role="status">{what}</p>
      {typeof opml === 'string' ? (
        <Button
          onClick={() => {
            bringList(opml, brand.brandId)
          }}
        >
          {t('addSource.bringList')}
        </Button>
      ) : (
        <p>{todo}</p>
      )}
    </div>
  )
}
