import { useState } from 'react'
import type { Output } from '../engine/call.ts'
import { ErrorNote } from '../kit/error-note.tsx'
import { useText } from '../kit/use-text.ts'
import classes from './frame.module.css'

interface UnopenedBrandsProps {
  readonly unopened: Output<'brands.list'>['unopened']
}

/** Brands whose file cannot be opened: said once over everything, until the user has read it. */
export function UnopenedBrands({ unopened }: UnopenedBrandsProps) {
  const { t } = useText()
  const [read, setRead] = useState<readonly string[]>([])
  const [first] = unopened.filter(({ brandId }) => !read.includes(brandId))
  if (!first) return null
  return (
    <div className={classes.notice}>
      <ErrorNote
        failure={first.failure}
        againLabel={t('kit.action.close')}
        again={() => setRead([...read, first.brandId])}
      />
    </div>
  )
}
