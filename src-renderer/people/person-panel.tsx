import { CloseButton } from '@mantine/core'
import { BrandId, type MentionId, type PersonId } from '../../src-main/contract/ids.ts'
import { useCall } from '../engine/use-call.ts'
import { useBrand } from '../kit/brands.tsx'
import { ErrorNote } from '../kit/error-note.tsx'
import { useFormats } from '../kit/formats.ts'
import { useHostName } from '../kit/place-names.ts'
import { useNow } from '../kit/use-now.ts'
import { useText } from '../kit/use-text.ts'
import { Journey } from './journey.tsx'
import classes from './people.module.css'
import type { PersonOf } from './person-of.ts'
import { PersonNotes } from './person-notes.tsx'

interface PersonPanelProps {
  readonly personId: PersonId
  readonly width: number
  /** Beside the reading pane, or over its edge on a small window. */
  readonly place: 'beside' | 'over'
  readonly onClose: () => void
  readonly onMention: (id: MentionId) => void
}

/** Who says it: what passed between them and the brand, and what we want to remember. */
export function PersonPanel({ personId, width, place, onClose, onMention }: PersonPanelProps) {
  const { t } = useText()
  const person = useCall('people.get', { id: personId })
  return (
    <aside
      className={classes.panel}
      data-place={place}
      style={{ width }}
      aria-label={t('people.panel')}
      data-pane="person"
      tabIndex={-1}
    >
      <div className={classes.top}>
        <h2>{t('people.panel')}</h2>
        <CloseButton size="sm" aria-label={t('people.close')} onClick={onClose} />
      </div>
      {person.kind === 'failed' && <ErrorNote failure={person.failure} again={person.again} />}
      {person.kind === 'ready' && <Person person={person.value} onMention={onMention} />}
    </aside>
  )
}

function Person({
  person,
  onMention,
}: {
  readonly person: PersonOf
  readonly onMention: (id: MentionId) => void
}) {
  const { t } = useText()
  const now = useNow()
  const hostName = useHostName()
  const brand = useBrand(brandOf(person.id))
  const formats = useFormats(brand?.timezone ?? null)
  const answered = person.journey.filter(({ kind }) => kind === 'reply' || kind === 'our-voice').length
  const first = person.handles[0]
  return (
    <>
      <p className={classes.name} dir="auto">
        {person.name}
      </p>
      <ul className={classes.handles}>
        {person.handles.map(({ name, handle, host }) => (
          <li key={`${handle ?? name} ${host}`} dir="auto">
            {handle ?? (name === person.name && first ? '' : name)} <span>{hostName(host)}</span>
          </li>
        ))}
      </ul>
      <p className={classes.times}>
        {t('people.wrote', { count: person.mentions })}
        {person.mentions > 1 && ` ${t('people.since', { when: formats.relative(person.firstSeenAt, now) })}`}
        {'. '}
        {answered > 0 ? t('people.answered', { count: answered }) : t('people.neverAnswered')}
      </p>
      <PersonNotes person={person} />
      <Journey steps={person.journey} timezone={brand?.timezone ?? null} onMention={onMention} />
    </>
  )
}

/** A person's id says which brand's file they live in. */
function brandOf(id: PersonId): BrandId {
  return BrandId.parse(id.split('.')[0])
}
