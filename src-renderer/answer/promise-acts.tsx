import { Button } from '@mantine/core'
import { BrandId, type PromiseId } from '../../src-main/contract/ids.ts'
import { call } from '../engine/call.ts'
import { showDoneInBrand, showFailure } from '../kit/toast.tsx'
import { useText } from '../kit/use-text.ts'
import classes from './answer.module.css'

/** A promise's id says which brand's file it lives in. */
function brandOf(promiseId: PromiseId): BrandId {
  return BrandId.parse(promiseId.split('.')[0])
}

/** Whether a promise was kept, to be said by the user; can be undone. */
export function PromiseActs({ promiseId }: { readonly promiseId: PromiseId }) {
  const { t } = useText()
  const settle = async (state: 'kept' | 'broken') => {
    try {
      await call('promises.settle', { promiseId, state })
      await showDoneInBrand(t(`answer.promiseDone.${state}`), brandOf(promiseId))
    } catch (thrown) {
      showFailure(thrown)
    }
  }
  return (
    <span className={classes.promiseActs}>
      <Button size="compact-sm" variant="default" onClick={() => void settle('kept')}>
        {t('answer.kept')}
      </Button>
      <Button size="compact-sm" variant="subtle" color="gray" onClick={() => void settle('broken')}>
        {t('answer.broken')}
      </Button>
    </span>
  )
}
