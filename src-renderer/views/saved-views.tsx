import { ActionIcon, Menu, TextInput } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useRef, useState, type KeyboardEvent } from 'react'
import type { ViewId } from '../../src-main/contract/ids.ts'
import type { SavedView } from '../../src-main/contract/views.ts'
import frame from '../frame/frame.module.css'
import { useFormats } from '../kit/formats.ts'
import { useNavigation, useWays } from '../kit/places.tsx'
import { useText } from '../kit/use-text.ts'
import { placeOfView } from '../kit/views.tsx'
import { useViewActs, type ViewActs } from './use-view-acts.ts'
import classes from './views.module.css'

/** The user's own views, in their order: opened with `g` and a digit, moved by keys or by hand. */
export function SavedViews({ saved }: { readonly saved: readonly SavedView[] }) {
  const { t } = useText()
  const acts = useViewActs(saved)
  const [held, setHeld] = useState<ViewId | null>(null)
  const [renaming, setRenaming] = useState<ViewId | null>(null)
  return (
    <>
      <h2 className={frame.heading}>{t('views.title')}</h2>
      <ul className={frame.group} aria-label={t('views.title')}>
        {saved.map((view, index) => (
          <li
            key={view.viewId}
            className={classes.view}
            data-held={held === view.viewId || undefined}
            draggable={renaming === null}
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move'
              event.dataTransfer.setData('text/plain', view.name)
              setHeld(view.viewId)
            }}
            onDragEnd={() => setHeld(null)}
            onDragOver={(event) => held !== null && event.preventDefault()}
            onDrop={(event) => {
              if (held === null) return
              event.preventDefault()
              void acts.put(held, view.viewId)
            }}
          >
            {renaming === view.viewId ? (
              <NameField view={view} acts={acts} onDone={() => setRenaming(null)} />
            ) : (
              <ViewButton
                view={view}
                digit={index + 1}
                acts={acts}
                onRename={() => setRenaming(view.viewId)}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

interface ViewButtonProps {
  readonly view: SavedView
  readonly digit: number
  readonly acts: ViewActs
  readonly onRename: () => void
}

function ViewButton({ view, digit, acts, onRename }: ViewButtonProps) {
  const { t } = useText()
  const { place } = useNavigation()
  const { go, prepare } = useWays()
  const here = place.kind === 'inbox' && place.saved === view.viewId
  const press = (event: KeyboardEvent) => {
    if (event.altKey && event.key === 'ArrowUp') void acts.move(view, -1)
    else if (event.altKey && event.key === 'ArrowDown') void acts.move(view, 1)
    else if (event.key === 'F2') onRename()
    else if (event.key === 'Delete') void acts.remove(view)
    else return
    event.preventDefault()
  }
  return (
    <>
      <button
        type="button"
        className={frame.item}
        aria-current={here ? 'true' : undefined}
        title={digit < 10 ? `${view.name} (G ${digit})` : view.name}
        onPointerDown={() => prepare(placeOfView(view))}
        onClick={() => go(placeOfView(view))}
        onKeyDown={press}
      >
        <span className={frame.label} dir="auto">
          {view.name}
        </span>
        {view.brandId === null && <span className={classes.shared}>{t('views.shared')}</span>}
        <ViewCount view={view} />
      </button>
      <ViewMenu view={view} acts={acts} onRename={onRename} />
    </>
  )
}

function ViewCount({ view: { count, more } }: { readonly view: SavedView }) {
  const { t } = useText()
  const formats = useFormats()
  if (count === null)
    return (
      <span className={classes.broken} title={t('views.notUnderstood')}>
        ?
      </span>
    )
  if (count === 0) return null
  return (
    <span className={frame.count} aria-label={t('frame.mentions', { count })}>
      {formats.number(count)}
      {more && '+'}
    </span>
  )
}

function ViewMenu({ view, acts, onRename }: Omit<ViewButtonProps, 'digit'>) {
  const { t } = useText()
  return (
    <Menu position="right-start" width={220} withInitialFocusPlaceholder={false} returnFocus>
      <Menu.Target>
        <ActionIcon
          className={classes.more ?? ''}
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={t('views.more', { name: view.name })}
        >
          <IconDots size={14} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item rightSection={<kbd>F2</kbd>} onClick={onRename}>
          {t('views.rename')}
        </Menu.Item>
        <Menu.Item rightSection={<kbd>Alt+↑</kbd>} onClick={() => void acts.move(view, -1)}>
          {t('views.up')}
        </Menu.Item>
        <Menu.Item rightSection={<kbd>Alt+↓</kbd>} onClick={() => void acts.move(view, 1)}>
          {t('views.down')}
        </Menu.Item>
        <Menu.Item onClick={() => void acts.remove(view)}>{t('views.remove')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

interface NameFieldProps {
  readonly view: SavedView
  readonly acts: ViewActs
  readonly onDone: () => void
}

function NameField({ view, acts, onDone }: NameFieldProps) {
  const { t } = useText()
  const [name, setName] = useState(view.name)
  // A field that goes loses the focus, too: what was ended is not ended twice.
  const ended = useRef(false)
  const end = (how: 'save' | 'leave') => {
    if (ended.current) return
    ended.current = true
    onDone()
    if (how === 'save') void acts.rename(view, name)
  }
  return (
    <TextInput
      size="xs"
      flex={1}
      autoFocus
      maxLength={80}
      aria-label={t('views.name')}
      value={name}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setName(event.currentTarget.value)}
      onBlur={() => end('save')}
      onKeyDown={(event) => {
        if (event.key === 'Enter') end('save')
        else if (event.key === 'Escape') end('leave')
        else return
        event.preventDefault()
        event.stopPropagation()
      }}
    />
  )
}
