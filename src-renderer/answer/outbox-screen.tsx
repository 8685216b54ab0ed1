import { useEffect } from 'react'
import type { OutboxItem } from '../../src-main/contract/replies.ts'
import { useCall, valueOf } from '../engine/use-call.ts'
import { BrandName } from '../kit/brand-mark.tsx'
import { useBrand } from '../kit/brands.tsx'
import { EmptyView } from '../kit/empty-view.tsx'
import { ErrorNote } from '../kit/error-note.tsx'
import { useNavigation } from '../kit/places.tsx'
import { RelativeTime } from '../kit/relative-time.tsx'
import { showFailure } from '../kit/toast.tsx'
import { useText } from '../kit/use-text.ts'
import classes from './answer.module.css'
import { AsksCard } from './asks-card.tsx'
import { OutboxSteps } from './outbox-steps.tsx'
import { bringUp } from './queue-answer.ts'

/** Answers on their way, in order, each with what it needs from the user. */
export function OutboxScreen() {
  const { t } = useText()
  const { scope, go } = useNavigation()
  const outbox = useCall('outbox.list', scope === null ? {} : { brandId: scope })
  const offline = valueOf(useCall('gather.status', {}))?.offline ?? null
  const queued = valueOf(outbox)?.items.some(({ state }) => state === 'queued') ?? false
  const online = offline === null
  // Without a network the engine still lets out what is posted on this machine; the user's own word keeps all back.
  const mayGo = offline?.by !== 'user'
  useEffect(() => {
    if (queued && mayGo) bringUp(scope).catch(showFailure)
  }, [queued, mayGo, online, scope])
  if (outbox.kind === 'loading') return null
  if (outbox.kind === 'failed')
    return (
      <div className={classes.screen}>
        <ErrorNote failure={outbox.failure} again={outbox.again} />
      </div>
    )
  const { items, asks } = outbox.value
  return (
    <div className={classes.screen} data-pane="outbox" tabIndex={-1}>
      <h1 className={classes.screenTitle}>{t('frame.place.outbox')}</h1>
      {items.length === 0 ? (
        <EmptyView
          sentence={t('answer.outboxEmpty')}
          next={{
            label: t('inbox.next.unanswered'),
            command: 'goUnanswered',
            run: () => go({ kind: 'inbox', view: 'unanswered' }),
          }}
        />
      ) : (
        <p className={classes.screenNote}>{online ? t('answer.outboxHelp') : t('answer.outboxOffline')}</p>
      )}
      {asks && mayGo && <AsksCard asks={asks} scope={scope} />}
      <ol className={classes.items}>
        {items.map((item) => (
          <Item
            key={item.replyId}
            item={item}
            connection={online || (mayGo && item.state === 'by-hand') ? 'online' : 'offline'}
          />
        ))}
      </ol>
    </div>
  )
}

function Item({
  item,
  connection,
}: {
  readonly item: OutboxItem
  readonly connection: 'online' | 'offline'
}) {
  const { t } = useText()
  const { go } = useNavigation()
  const brand = useBrand(item.brandId)
  return (
    <li className={classes.item}>
      <div className={classes.itemHead}>
        {brand && (
          <strong>
            <BrandName name={brand.name} colour={brand.colour} />
          </strong>
        )}
        <span className={classes.to} dir="auto">
          {t('answer.to', { name: item.to })}
        </span>
        <span className={classes.due}>
          {item.account !== null &&
            `${t('outbox.through', { channel: t(`outbox.channel.${item.channel}`, { defaultValue: item.channel }), name: item.account })} · `}
          {t(`answer.state.${item.state}`)} ·{' '}
          <RelativeTime at={item.queuedAt} timezone={brand?.timezone ?? null} />
        </span>
      </div>
      <button
        type="button"
        className={classes.theirs}
        dir="auto"
        title={t('answer.toConversation')}
        onClick={() => go({ kind: 'inbox', view: 'everything', mentionId: item.mentionId })}
      >
        {item.excerpt}
      </button>
      <p className={classes.itemWords} dir="auto">
        {item.body}
      </p>
      <Why item={item} />
      <OutboxSteps item={item} connection={connection} />
    </li>
  )
}

/** Why it is in its state, and what the place itself said. */
function Why({ item }: { readonly item: OutboxItem }) {
  const { t } = useText()
  if (item.reason === '') return null
  return (
    <>
      <p className={classes.reason}>{t(`outbox.reason.${item.reason}`, { defaultValue: '' })}</p>
      {item.says !== '' && (
        <p className={classes.said} dir="auto">
          {item.says}
        </p>
      )}
    </>
  )
}
