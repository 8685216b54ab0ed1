import type { TFunction } from 'i18next'
import type { Remark } from '../../src-main/contract/replies.ts'
import { useFormats, type Formats } from '../kit/formats.ts'
import { useText } from '../kit/use-text.ts'
import classes from './answer.module.css'
import type { Answering } from './use-answering.ts'

/** The sentence of a remark in the user's language. */
export function remarkWords(t: TFunction, formats: Formats, { code, facts = {} }: Remark): string {
  const language = (value: unknown) => (typeof value === 'string' ? formats.languageName(value) : '')
  if (code !== 'wrong-language') return t(`answer.remark.${code}`, facts)
  return t('answer.remark.wrong-language', {
    theirs: language(facts['theirs']),
    ours: language(facts['ours']),
  })
}

/** What the program noticed in a draft. It advises; only a place's own limit keeps an answer back. */
export function SecondLook({ answering: { look } }: { readonly answering: Answering }) {
  const { t } = useText()
  const remarks = look?.remarks ?? []
  const formats = useFormats()
  return (
    <div role="status" aria-label={t('answer.secondLook')}>
      {remarks.length > 0 && (
        <div className={classes.look}>
          <span className={classes.lookTitle}>{t('answer.secondLook')}</span>
          <ul>
            {remarks.map((remark) => (
              <li key={remark.code} data-blocks={remark.blocks || undefined}>
                {remarkWords(t, formats, remark)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
