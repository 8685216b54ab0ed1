import { CloseButton } from '@mantine/core'
import { BrandId, type MentionId, type PersonId } from '../../src-main/contract/ids.ts'
import { useCall } from '../engine/use-call.ts'
import { useBrand } from '../kit/brands.tsx'
import { ErrorNote } from '../kit/error-note.tsx'
import { useText } from '../kit/use-text.ts'
import { Journey } from './journey.tsx'
import classes from './people.module.css'
import type { PersonOf } from './person-of.ts'
import { PersonNotes } from './person-notes.tsx'
import { Handles, SamePerson } from './same-person.tsx'
import { SoFar } from './so-far.tsx'

interface PersonPanelProps {
  readonly personId: PersonId
  /** What is read beside it: what it cost them is told up to here, as under the mention. */
  readonly mentionId: MentionId
  readonly width: number
  /** Beside the reading pane, or over its edge on a small window. */
  readonly place: 'beside' | 'over'
  readonly onClose: () => void
  readonly onMention: (id: MentionId) => void
}

/** Who says it: what passed between them and the brand, and what we want to remember. */
export function PersonPanel({ personId, mentionId, width, place, onClose, onMention }: PersonPanelProps) {
  const { t } = useText()
  const person = useCall('people.get', { id: personId, upTo: mentionId }, 'keep')
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
  const brand = useBrand(brandOf(person.id))
  return (
    <>
      <p className={classes.name} dir="auto">
        {person.name}
      </p>
      <Handles person={person} />
      <SoFar person={person} timezone={brand?.timezone ?? null} />
      <SamePerson id={person.id} />
      <PersonNotes person={person} />
      <Journey steps={person.journey} timezone={brand?.timezone ?? null} onMention={onMention} />
    </>
  )
}

/** A person's id says which brand's file they live in. */
function brandOf(id: PersonId): BrandId {
  return BrandId.parse(id.split('.')[0])
}
