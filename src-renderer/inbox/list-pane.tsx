import { useCallback } from 'react'
import type { Failure } from '../../src-main/contract/failure.ts'
import type { MentionId } from '../../src-main/contract/ids.ts'
import type { ViewName } from '../../src-main/contract/views.ts'
import { EmptyState, type NextStep } from '../kit/empty-state.tsx'
import { EmptyView } from '../kit/empty-view.tsx'
import { ErrorNote } from '../kit/error-note.tsx'
import { focusPane } from '../kit/focus-pane.ts'
import { useNavigation } from '../kit/places.tsx'
import { useText } from '../kit/use-text.ts'
import { ArrivedPill } from './arrived-pill.tsx'
import { ConfirmBulk } from './confirm-bulk.tsx'
import classes from './inbox.module.css'
import { ListHead } from './list-head.tsx'
import { MentionList } from './mention-list.tsx'
import type { Inbox } from './use-inbox.ts'

interface ListPaneProps {
  readonly inbox: Inbox
  readonly view: ViewName
  /** Null: all there is. */
  readonly width: number | null
  readonly onRead: (id: MentionId) => void
}

export function ListPane({ inbox, view, width, onRead }: ListPaneProps) {
  const { t } = useText()
  const { scope } = useNavigation()
  const { list, items, selection } = inbox
  const choose = useCallback(
    (id: MentionId, how: 'open' | 'mark' | 'mark-to') => {
      if (how === 'mark') selection.toggleMark(id)
      else if (how === 'mark-to') selection.markTo(id)
      else {
        selection.unmark()
        selection.select(id)
        onRead(id)
      }
    },
    [selection, onRead],
  )
  return (
    <section
      className={classes.listPane}
      style={width === null ? { flex: 1 } : { width }}
      aria-label={t(`inbox.view.${view}`)}
    >
      <ListHead inbox={inbox} view={view} />
      <div className={classes.listBelow}>
        <ArrivedPill list={list} />
        <ConfirmBulk inbox={inbox} />
        {list.failure && !(list.failure.kind === 'bad-question' && inbox.explained.error) && (
          <div className={classes.padded}>
            <ListFailure failure={list.failure} inbox={inbox} />
          </div>
        )}
        {list.kind === 'ready' && items.length === 0 ? (
          <div
            className={classes.list}
            data-pane="list"
            tabIndex={-1}
            aria-busy={inbox.rows === 'on-its-way'}
          >
            <EmptyList inbox={inbox} view={view} />
          </div>
        ) : (
          <MentionList
            items={items}
            run={list.run}
            rows={inbox.rows}
            density={inbox.density}
            axis={inbox.axis}
            selectedId={selection.id}
            marked={selection.marked}
            brands={scope === null ? 'named' : 'one'}
            onLook={list.look}
            onChoose={choose}
            onMove={(by) => selection.move(by)}
            onGoToDay={list.goToDay}
          />
        )}
      </div>
    </section>
  )
}

/** What could not be listed, and why: a question that is not understood is put right at its word. */
function ListFailure({ failure, inbox }: { readonly failure: Failure; readonly inbox: Inbox }) {
  const { t } = useText()
  if (failure.kind !== 'bad-question') return <ErrorNote failure={failure} again={inbox.list.again} />
  const toWord = () => selectWord(String(failure.facts?.['word'] ?? ''))
  return <ErrorNote failure={failure} again={toWord} againLabel={t('inbox.toWord')} />
}

function selectWord(word: string): void {
  focusPane('search')
  const box = document.activeElement
  if (!(box instanceof HTMLInputElement)) return
  const at = box.value.indexOf(word)
  if (at >= 0) box.setSelectionRange(at, at + word.length)
}

function EmptyList({ inbox, view }: { readonly inbox: Inbox; readonly view: ViewName }) {
  const { t } = useText()
  const { go } = useNavigation()
  if (inbox.typed.trim() !== '')
    return (
      <EmptyState
        sentence={t('inbox.empty.search')}
        next={{ label: t('inbox.clearSearch'), run: () => inbox.setTyped('') }}
      />
    )
  const next: Readonly<Record<'sources' | 'unanswered' | 'everything' | 'promises', NextStep>> = {
    sources: { label: t('inbox.next.sources'), command: 'goSources', run: () => go({ kind: 'sources' }) },
    unanswered: {
      label: t('inbox.next.unanswered'),
      command: 'goUnanswered',
      run: () => go({ kind: 'inbox', view: 'unanswered' }),
    },
    everything: { label: t('inbox.next.everything'), run: () => go({ kind: 'inbox', view: 'everything' }) },
    promises: { label: t('inbox.next.promises'), command: 'goPromises', run: () => go({ kind: 'promises' }) },
  }
  return <EmptyView sentence={t(`inbox.empty.${view}`)} next={next[NEXT_OF[view]]} />
}

/** Where an empty view sends one next. */
const NEXT_OF: Readonly<Record<ViewName, 'sources' | 'unanswered' | 'everything' | 'promises'>> = {
  inbox: 'everything',
  unread: 'unanswered',
  unanswered: 'promises',
  negative: 'unanswered',
  'promises-due': 'promises',
  'came-back': 'unanswered',
  snoozed: 'unanswered',
  drafts: 'unanswered',
  'please-read': 'unanswered',
  pending: 'unanswered',
  resolved: 'unanswered',
  'resolved-by-rules': 'unanswered',
  everything: 'sources',
}
