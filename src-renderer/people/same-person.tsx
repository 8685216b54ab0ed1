import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconUserMinus } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { PersonId } from '../../src-main/contract/ids.ts'
import type { Handle } from '../../src-main/contract/people.ts'
import { call, type Output } from '../engine/call.ts'
import { useCall, valueOf } from '../engine/use-call.ts'
import { useHostName } from '../kit/place-names.ts'
import { showDone, showFailure, undoAct } from '../kit/toast.tsx'
import { useText } from '../kit/use-text.ts'
import classes from './people.module.css'
import type { PersonOf } from './person-of.ts'

/** Under what names, and where, a person speaks; what does not belong to them is taken out. */
export function Handles({ person }: { readonly person: PersonOf }) {
  const { t } = useText()
  const hostName = useHostName()
  const several = person.handles.length > 1
  const takeOut = async (handle: Handle) => {
    try {
      const { actId } = await call('people.unmerge', { id: person.id, handles: [handle.id] })
      showDone(t('who.takenOut', { name: handle.handle ?? handle.name }), () => undoAct(actId))
    } catch (thrown) {
      showFailure(thrown)
    }
  }
  return (
    <ul className={classes.handles}>
      {person.handles.map((each) => (
        <li key={each.id} className={classes.handle}>
          <span dir="auto">
            {each.handle ?? (several || each.name !== person.name ? each.name : '')} {hostName(each.host)}
          </span>
          {several && (
            <Tooltip label={t('who.takeOutHelp')}>
              <ActionIcon
                size="sm"
                variant="subtle"
                color="gray"
                aria-label={t('who.takeOut', { name: each.handle ?? each.name })}
                onClick={() => void takeOut(each)}
              >
                <IconUserMinus size={14} />
              </ActionIcon>
            </Tooltip>
          )}
        </li>
      ))}
    </ul>
  )
}

/** Who is passed by on the way through the list is not looked into. */
const SETTLED_AFTER_MS = 300

function useSettled(id: PersonId): PersonId | null {
  const [settled, setSettled] = useState<PersonId | null>(null)
  useEffect(() => {
    const waits = setTimeout(() => setSettled(id), SETTLED_AFTER_MS)
    return () => clearTimeout(waits)
  }, [id])
  return settled === id ? id : null
}

type Suggestion = Output<'people.suggestions'>['items'][number]

/** Who else is probably the same person, and why: the user says so, or says no. */
export function SamePerson({ id }: { readonly id: PersonId }) {
  const { t } = useText()
  const asked = useSettled(id)
  const items = valueOf(useCall('people.suggestions', asked === null ? null : { id: asked }))?.items ?? []
  if (items.length === 0) return null
  return (
    <section className={classes.same} aria-label={t('who.same')}>
      <h3 className={classes.heading}>{t('who.same')}</h3>
      <ul>
        {items.map((suggestion) => (
          <li key={suggestion.person.id}>
            <Suggested id={id} suggestion={suggestion} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Suggested({ id, suggestion }: { readonly id: PersonId; readonly suggestion: Suggestion }) {
  const { t } = useText()
  const hostName = useHostName()
  const { person, reasons, lastText } = suggestion
  const [handle] = person.handles
  const decide = async (which: 'same' | 'other') => {
    const ids = [id, person.id]
    try {
      const { actId } =
        which === 'same' ? await call('people.merge', { ids }) : await call('people.notSame', { ids })
      showDone(t(`who.done.${which}`, { name: person.name }), () => undoAct(actId))
    } catch (thrown) {
      showFailure(thrown)
    }
  }
  return (
    <>
      <p className={classes.sameName} dir="auto">
        {person.name} <span>{handle && hostName(handle.host)}</span>
      </p>
      <p className={classes.sameWhy}>
        {reasons.map(({ kind, value }) => t(`who.reason.${kind}`, { value })).join(' · ')}
      </p>
      <p className={classes.sameText} dir="auto">
        {lastText}
      </p>
      <div className={classes.sameActs}>
        <Button size="compact-sm" variant="default" onClick={() => void decide('same')}>
          {t('who.isSame')}
        </Button>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={() => void decide('other')}>
          {t('who.isOther')}
        </Button>
      </div>
    </>
  )
}
