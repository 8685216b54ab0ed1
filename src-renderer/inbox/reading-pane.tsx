import { ActionIcon } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { memo } from 'react'
import type { Mention, MentionWhole } from '../../src-main/contract/mentions.ts'
import { Composer } from '../answer/composer.tsx'
import { EmptyState } from '../kit/empty-state.tsx'
import { ErrorNote } from '../kit/error-note.tsx'
import { useBrand } from '../kit/brands.tsx'
import { runCommand } from '../kit/shortcuts.tsx'
import { useText } from '../kit/use-text.ts'
import { ActsBar } from './acts-bar.tsx'
import { Conversation } from './conversation.tsx'
import classes from './inbox.module.css'
import type { OpenMenu } from './panes.ts'
import { MentionBody } from './mention-body.tsx'
import { MentionHead } from './mention-head.tsx'
import { Revisions } from './revisions.tsx'
import type { Inbox } from './use-inbox.ts'

interface ReadingPaneProps {
  readonly inbox: Inbox
  readonly menu: OpenMenu
  readonly onMenu: (menu: OpenMenu) => void
  readonly onBack: (() => void) | null
  readonly onPerson: () => void
}

export function ReadingPane({ inbox, menu, onMenu, onBack, onPerson }: ReadingPaneProps) {
  const { t } = useText()
  const { current, whole, selection } = inbox
  const back = onBack && (
    <ActionIcon variant="subtle" color="gray" aria-label={t('kit.command.backToList')} onClick={onBack}>
      <IconArrowLeft size={18} />
    </ActionIcon>
  )
  const nothing = current === null && selection.marked.size === 0
  return (
    <section className={classes.reading} aria-label={t('inbox.reading')}>
      {nothing ? back : <ActsBar inbox={inbox} menu={menu} onMenu={onMenu} onPerson={onPerson} back={back} />}
      {whole.kind === 'failed' && (
        <div className={classes.padded}>
          <ErrorNote failure={whole.failure} again={whole.again} />
        </div>
      )}
      {nothing && whole.kind !== 'failed' && <NothingChosen some={inbox.items.length > 0} />}
      {current && (
        <Reading
          key={current.id}
          mention={current}
          whole={whole.kind === 'ready' ? whole.value : null}
          why={menu === 'why' ? 'open' : 'closed'}
          onWhy={(why) => onMenu(why === 'open' ? 'why' : 'none')}
          onUntag={(tag) => void inbox.act({ kind: 'untag', tag })}
          onSelect={(id) => selection.select(id)}
        />
      )}
    </section>
  )
}

const NothingChosen = memo(function NothingChosen({ some }: { readonly some: boolean }) {
  const { t } = useText()
  if (!some) return <div className={classes.readingEmpty} />
  return (
    <EmptyState
      sentence={t('inbox.nothingChosen')}
      next={{ label: t('kit.command.next'), command: 'next', run: () => runCommand('next') }}
    />
  )
})

interface ReadingProps {
  readonly mention: Mention
  /** Null until the engine answered: the words of the list are shown meanwhile. */
  readonly whole: MentionWhole | null
  readonly why: 'open' | 'closed'
  readonly onWhy: (why: 'open' | 'closed') => void
  readonly onUntag: (tag: string) => void
  readonly onSelect: (id: Mention['id']) => void
}

function Reading({ mention, whole, why, onWhy, onUntag, onSelect }: ReadingProps) {
  const { t } = useText()
  const brand = useBrand(mention.brandId)
  return (
    <>
      <div
        className={classes.page}
        data-pane="reading"
        data-keeps-arrows
        tabIndex={0}
        role="document"
        aria-label={t('inbox.mentionBy', { author: mention.author.name })}
      >
        <article className={classes.column}>
          {whole && <Conversation whole={whole} part="before" onSelect={onSelect} />}
          <MentionHead
            mention={mention}
            whole={whole}
            timezone={brand?.timezone ?? null}
            why={why}
            onWhy={onWhy}
            onUntag={onUntag}
          />
          <MentionBody mention={mention} />
          {whole && <Revisions history={whole.history} timezone={brand?.timezone ?? null} />}
          {whole && <Conversation whole={whole} part="after" onSelect={onSelect} />}
        </article>
      </div>
      {whole && brand && !mention.ourVoice && <Composer key={whole.id} whole={whole} brand={brand} />}
    </>
  )
}
