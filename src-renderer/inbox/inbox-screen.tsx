import { useToggle } from '@mantine/hooks'
import { useState } from 'react'
import type { MentionId } from '../../src-main/contract/ids.ts'
import { LIST, PERSON } from '../frame/fold.ts'
import { Splitter } from '../frame/splitter.tsx'
import { useSpeaksFor } from '../frame/speaks-for.tsx'
import { useWidths, type Widths } from '../frame/use-widths.ts'
import { PersonPanel } from '../people/person-panel.tsx'
import { keepFocus } from '../kit/focus-pane.ts'
import { useText } from '../kit/use-text.ts'
import classes from './inbox.module.css'
import { ListPane } from './list-pane.tsx'
import type { OpenMenu, Pane } from './panes.ts'
import { ReadingPane } from './reading-pane.tsx'
import { useInbox, type InboxPlace } from './use-inbox.ts'
import { useInboxCommands } from './use-inbox-commands.ts'

/** List, reading pane and person: who needs me, what did they say, what do we owe them. */
export function InboxScreen({ place }: { readonly place: InboxPlace }) {
  const inbox = useInbox(place)
  const widths = useWidths()
  const [pane, setPane] = useState<Pane>(place.mentionId === undefined ? 'list' : 'reading')
  const [menu, setMenu] = useState<OpenMenu>('none')
  const [person, togglePerson] = useToggle(['as-it-fits', 'otherwise'] as const)
  useSpeaksFor(inbox.current?.brandId ?? null)
  const read = (id: MentionId) => {
    setPane('reading')
    inbox.open(id)
  }
  const openMenu = (which: OpenMenu) => {
    // The second E of `e e` may come before the menu is drawn: the reading pane follows the list.
    if (which === 'resolve' && menu === 'resolve') {
      setMenu('none')
      void inbox.act({ kind: 'status', to: 'resolved', reason: 'no-reply-needed' })
      return
    }
    setPane('reading')
    setMenu(which)
  }
  const backToList = () => setPane('list')
  const changeMenu = (which: OpenMenu) => {
    setMenu(which)
    if (which === 'none') keepFocus()
  }
  useInboxCommands(inbox, { read, openMenu, pane, backToList, togglePerson: () => togglePerson() })
  const alone = widths.fold.panes === 'one'
  const personFits = widths.fold.person === 'shown'
  const personId = inbox.current?.personId ?? null
  return (
    <div className={classes.inbox}>
      {(!alone || pane === 'list') && (
        <ListPane inbox={inbox} view={place.view} width={alone ? null : widths.list} onRead={read} />
      )}
      {!alone && <PaneSplitter pane="list" widths={widths} />}
      {(!alone || pane === 'reading') && (
        <ReadingPane
          inbox={inbox}
          menu={menu}
          onMenu={changeMenu}
          onBack={alone ? backToList : null}
          onPerson={() => togglePerson()}
        />
      )}
      {personId !== null && personFits === (person === 'as-it-fits') && (
        <>
          {personFits && <PaneSplitter pane="person" widths={widths} />}
          <PersonPanel
            key={personId}
            personId={personId}
            width={widths.person}
            place={personFits ? 'beside' : 'over'}
            onClose={() => togglePerson()}
            onMention={inbox.selection.select}
          />
        </>
      )}
    </div>
  )
}

const BOUNDS = { list: LIST, person: PERSON }

function PaneSplitter({ pane, widths }: { readonly pane: 'list' | 'person'; readonly widths: Widths }) {
  const { t } = useText()
  return (
    <Splitter
      label={t(`frame.resize.${pane}`)}
      width={widths[pane]}
      min={BOUNDS[pane].min}
      max={BOUNDS[pane].max}
      pane={pane === 'list' ? 'before' : 'after'}
      onResize={(width) => widths.resize(pane, width)}
      onReset={() => widths.reset(pane)}
    />
  )
}
