import type { MentionId } from '../../src-main/contract/ids.ts'
import { LIST, PERSON } from '../frame/fold.ts'
import { Splitter } from '../frame/splitter.tsx'
import { useSpeaksFor } from '../frame/speaks-for.tsx'
import { useWidths, type Widths } from '../frame/use-widths.ts'
import { PersonPanel } from '../people/person-panel.tsx'
import { holdKeysForField } from '../kit/held-keys.ts'
import { keepFocus } from '../kit/focus-pane.ts'
import { MarksContext } from '../search/marked.tsx'
import { useStateOf } from '../kit/use-state-of.ts'
import { useText } from '../kit/use-text.ts'
import { FocusBar } from './focus-bar.tsx'
import classes from './inbox.module.css'
import { ListPane } from './list-pane.tsx'
import type { OpenMenu, Pane } from './panes.ts'
import { ReadingPane } from './reading-pane.tsx'
import { useInbox, type Inbox, type InboxPlace } from './use-inbox.ts'
import { useInboxCommands } from './use-inbox-commands.ts'

/** List, reading pane and person: who needs me, what did they say, what do we owe them. */
export function InboxScreen({ place }: { readonly place: InboxPlace }) {
  const inbox = useInbox(place)
  return (
    <MarksContext value={inbox.explained.marks}>
      <Panes place={place} inbox={inbox} />
    </MarksContext>
  )
}

function Panes({ place, inbox }: { readonly place: InboxPlace; readonly inbox: Inbox }) {
  const widths = useWidths()
  const { of } = inbox
  const [pane, setPane] = useStateOf<Pane>(of, place.mentionId === undefined ? 'list' : 'reading')
  const [menu, setMenu] = useStateOf<OpenMenu>(of, 'none')
  const [focus, setFocus] = useStateOf<'one' | 'all'>(of, 'all')
  const [person, setPerson] = useStateOf<'as-it-fits' | 'otherwise'>(of, 'as-it-fits')
  const togglePerson = () => setPerson((was) => (was === 'as-it-fits' ? 'otherwise' : 'as-it-fits'))
  useSpeaksFor(inbox.current?.brandId ?? null)
  const read = (id: MentionId) => {
    setPane('reading')
    inbox.open(id)
  }
  const openMenu = (which: OpenMenu) => {
    // The second E of `e e` may come before the menu is drawn: the reading pane follows the list.
    const isSecond = which === 'resolve' && menu === 'resolve'
    if (isSecond) void inbox.act({ kind: 'status', to: 'resolved', reason: 'no-reply-needed' })
    else setPane('reading')
    if (which === 'tag' || which === 'wait' || which === 'snooze') holdKeysForField()
    setMenu(isSecond ? 'none' : which)
  }
  const backToList = () => setPane('list')
  const changeMenu = (which: OpenMenu) => {
    setMenu(which)
    if (which === 'none') keepFocus()
  }
  useInboxCommands(inbox, {
    read,
    openMenu,
    pane,
    backToList,
    togglePerson,
    focus,
    setFocus,
  })
  const isFocused = focus === 'one'
  const alone = widths.fold.panes === 'one' || isFocused
  return (
    <div className={classes.inbox} data-alone={isFocused || undefined}>
      {isFocused && <FocusBar onLeave={() => setFocus('all')} />}
      {(!alone || pane === 'list') && !isFocused && (
        <ListPane inbox={inbox} view={place.view} width={alone ? null : widths.list} onRead={read} />
      )}
      {!alone && <PaneSplitter pane="list" widths={widths} />}
      {(!alone || pane === 'reading' || isFocused) && (
        <ReadingPane
          inbox={inbox}
          menu={menu}
          onMenu={changeMenu}
          onBack={alone && !isFocused ? backToList : null}
          onPerson={togglePerson}
        />
      )}
      <PersonSide inbox={inbox} widths={widths} person={person} focus={focus} onToggle={togglePerson} />
    </div>
  )
}

interface PersonSideProps {
  readonly inbox: Inbox
  readonly widths: Widths
  readonly person: 'as-it-fits' | 'otherwise'
  readonly focus: 'one' | 'all'
  readonly onToggle: () => void
}

/** Who says it, beside what they say where there is room, else over it when asked for. */
function PersonSide({ inbox, widths, person, focus, onToggle }: PersonSideProps) {
  const fits = widths.fold.person === 'shown'
  const { id: mentionId, personId } = inbox.current ?? { id: null, personId: null }
  if (
    mentionId === null ||
    personId === null ||
    (focus === 'one' && !fits) ||
    fits !== (person === 'as-it-fits')
  )
    return null
  return (
    <>
      {fits && focus === 'all' && <PaneSplitter pane="person" widths={widths} />}
      <PersonPanel
        key={personId}
        personId={personId}
        mentionId={mentionId}
        width={widths.person}
        place={fits ? 'beside' : 'over'}
        onClose={onToggle}
        onMention={inbox.selection.select}
      />
    </>
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
