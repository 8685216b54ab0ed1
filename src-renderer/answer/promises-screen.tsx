import type { PromiseItem } from '../../src-main/contract/promises.ts'
import { useCall } from '../engine/use-call.ts'
import { BrandName } from '../kit/brand-mark.tsx'
import { useBrand } from '../kit/brands.tsx'
import { EmptyView } from '../kit/empty-view.tsx'
import { ErrorNote } from '../kit/error-note.tsx'
import { useFormats } from '../kit/formats.ts'
import { useNavigation } from '../kit/places.tsx'
import { useNow } from '../kit/use-now.ts'
import { useText } from '../kit/use-text.ts'
import classes from './answer.module.css'
import { PromiseActs } from './promise-acts.tsx'

/** What the brand owes, the next due first. */
export function PromisesScreen() {
  const { t } = useText()
  const { scope, go } = useNavigation()
  const promises = useCall('promises.list', scope === null ? {} : { brandId: scope })
  const now = useNow()
  if (promises.kind === 'loading') return null
  if (promises.kind === 'failed')
    return (
      <div className={classes.screen}>
        <ErrorNote failure={promises.failure} again={promises.again} />
      </div>
    )
  const { items } = promises.value
  const open = items.filter(({ state }) => state === 'open')
  const settled = items.filter(({ state }) => state !== 'open')
  return (
    <div className={classes.screen} data-pane="promises" tabIndex={-1}>
      <h1 className={classes.screenTitle}>{t('frame.place.promises')}</h1>
      {open.length === 0 && (
        <EmptyView
          sentence={t('answer.noPromises')}
          next={{
            label: t('inbox.next.unanswered'),
            command: 'goUnanswered',
            run: () => go({ kind: 'inbox', view: 'unanswered' }),
          }}
        />
      )}
      <Section title={t('answer.overdue')} tone="broken" items={open.filter(({ due }) => isPast(due, now))} />
      <Section title={t('answer.toCome')} tone="quiet" items={open.filter(({ due }) => !isPast(due, now))} />
      {settled.length > 0 && (
        <details className={classes.settled}>
          <summary>{t('answer.settled', { count: settled.length })}</summary>
          <Section title={null} tone="quiet" items={settled} />
        </details>
      )}
    </div>
  )
}

const isPast = (due: string, now: number) => new Date(due).getTime() < now

interface SectionProps {
  readonly title: string | null
  readonly tone: 'broken' | 'quiet'
  readonly items: readonly PromiseItem[]
}

function Section({ title, tone, items }: SectionProps) {
  if (items.length === 0) return null
  return (
    <section>
      {title !== null && (
        <h2 className={classes.sectionTitle} data-tone={tone}>
          {title}
        </h2>
      )}
      <ul className={classes.items}>
        {items.map((item) => (
          <Promised key={item.promiseId} item={item} tone={tone} />
        ))}
      </ul>
    </section>
  )
}

function Promised({ item, tone }: { readonly item: PromiseItem; readonly tone: 'broken' | 'quiet' }) {
  const { t } = useText()
  const { scope, go } = useNavigation()
  const brand = useBrand(item.brandId)
  const formats = useFormats(brand?.timezone ?? null)
  const now = useNow()
  const when = item.state === 'open' ? item.due : (item.settledAt ?? item.due)
  return (
    <li className={classes.item}>
      <div className={classes.itemHead}>
        {scope === null && brand && <BrandName name={brand.name} colour={brand.colour} />}
        <span className={classes.to} dir="auto">
          {t('answer.promisedTo', { name: item.to })}
        </span>
        <span className={classes.due} data-tone={tone}>
          {t(`answer.promise.${item.state}`, { day: formats.day(when) })}
          {item.state === 'open' && ` (${formats.relative(item.due, now)})`}
        </span>
      </div>
      <p className={classes.itemWords} dir="auto">
        {item.text}
      </p>
      <div className={classes.itemActs}>
        {item.state === 'open' && <PromiseActs promise={item} />}
        <button
          type="button"
          className={classes.link}
          onClick={() => go({ kind: 'inbox', view: 'everything', mentionId: item.mentionId })}
        >
          {t('answer.toConversation')}
        </button>
      </div>
    </li>
  )
}
