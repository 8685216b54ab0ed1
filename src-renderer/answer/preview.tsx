import { BrandName } from '../kit/brand-mark.tsx'
import { useText } from '../kit/use-text.ts'
import classes from './listening.module.css'
import type { Answering } from './use-answering.ts'

const LINK = /(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]}'’»])/

/** The answer as it will be read there: paragraphs apart, links as links, nothing else. */
export function Preview({ answering: { brand, draft } }: { readonly answering: Answering }) {
  const { t } = useText()
  const paragraphs = draft.text.trim().split(/\n\s*\n/)
  return (
    <section className={classes.preview} aria-label={t('writing.previewTitle')}>
      <header>
        <BrandName name={brand.name} colour={brand.colour} />
      </header>
      {paragraphs.map((paragraph, index) => (
        <p key={index} dir="auto">
          {paragraph.split(LINK).map((part, at) =>
            at % 2 === 1 ? (
              <span key={at} className={classes.previewLink}>
                {part}
              </span>
            ) : (
              part
            ),
          )}
        </p>
      ))}
    </section>
  )
}
