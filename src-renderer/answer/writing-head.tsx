import { BrandName } from '../kit/brand-mark.tsx'
import { useText } from '../kit/use-text.ts'
import classes from './answer.module.css'
import type { Answering } from './use-answering.ts'

/** Who answers whom, and that what is written is kept. */
export function WritingHead({ answering }: { readonly answering: Answering }) {
  const { t } = useText()
  const { whole, brand, draft } = answering
  return (
    <div className={classes.composerHead}>
      <strong>
        <BrandName name={brand.name} colour={brand.colour} />
      </strong>
      <span className={classes.to} dir="auto">
        {t('answer.to', { name: whole.person?.name ?? whole.author.name })}
      </span>
      <span className={classes.saved} role="status">
        {draft.state === 'saved' && t('answer.saved')}
      </span>
    </div>
  )
}
