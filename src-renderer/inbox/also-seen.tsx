import { Button } from '@mantine/core'
import type { AlsoSeen, Mention, MentionWhole } from '../../src-main/contract/mentions.ts'
import { useCall, valueOf } from '../engine/use-call.ts'
import { askToOpen } from '../kit/confirm-link.tsx'
import { usePlaceName } from '../kit/place-names.ts'
import { useText } from '../kit/use-text.ts'
import classes from './inbox.module.css'
import { takeApart } from './twins.ts'

interface AlsoSeenLineProps {
  readonly mention: Mention
  /** Null until the engine answered: the places are named meanwhile, so that nothing moves. */
  readonly whole: MentionWhole | null
}

/** The other places where the same was said, each a press away; what is another's words can be taken apart. */
export function AlsoSeenLine({ mention, whole }: AlsoSeenLineProps) {
  const { t } = useText()
  const names = useOtherPlaces(mention)
  if (whole && whole.alsoSeen.length > 0)
    return (
      <div className={classes.alsoSeen}>
        <span>{t('inbox.alsoSeen.in')}</span>
        <ul>
          {whole.alsoSeen.map((seen) => (
            <li key={`${seen.id ?? ''} ${seen.sourceId} ${seen.url ?? ''}`}>
              <SeenPlace seen={seen} />
              {seen.id !== null && <TakeApart mention={mention} seen={seen} twin={seen.id} />}
            </li>
          ))}
        </ul>
      </div>
    )
  if (names.length === 0 || whole) return null
  return (
    <div className={classes.alsoSeen}>
      <span>{t('inbox.alsoSeen.in')}</span> <span dir="auto">{names.join(', ')}</span>
    </div>
  )
}

function useOtherPlaces({ brandId, seenIn, sourceId }: Mention): readonly string[] {
  const others = seenIn.filter((one) => one !== sourceId)
  const sources = valueOf(useCall('sources.list', others.length === 0 ? null : { brandId }))?.items ?? []
  return others.flatMap((one) =>
    sources.filter((source) => source.sourceId === one).map(({ title }) => title),
  )
}

function SeenPlace({ seen: { sourceTitle, url } }: { readonly seen: AlsoSeen }) {
  const placeName = usePlaceName()
  if (url === null) return <span dir="auto">{placeName(sourceTitle)}</span>
  return (
    <button type="button" className={classes.placeLink} dir="auto" title={url} onClick={() => askToOpen(url)}>
      {placeName(sourceTitle)}
    </button>
  )
}

interface TakeApartProps {
  readonly mention: Mention
  readonly seen: AlsoSeen
  readonly twin: Mention['id']
}

function TakeApart({ mention, seen, twin }: TakeApartProps) {
  const { t } = useText()
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      aria-label={t('inbox.alsoSeen.apartFrom', { place: seen.sourceTitle })}
      title={t(`inbox.alsoSeen.why.${seen.why}`)}
      onClick={() => void takeApart(mention.id, twin)}
    >
      {t('inbox.alsoSeen.apart')}
    </Button>
  )
}
