import { ActionIcon, Drawer } from '@mantine/core'
import { IconMenu2 } from '@tabler/icons-react'
import { memo, useCallback, useEffect, useRef, useState, type ReactNode } from 'react'
import type { BrandId } from '../../src-main/contract/ids.ts'
import type { Settings } from '../../src-main/contract/settings.ts'
import { useCall, valueOf } from '../engine/use-call.ts'
import { useRun } from '../engine/use-run.ts'
import { DropArea } from '../imports/drop-area.tsx'
import { useBrand } from '../kit/brands.tsx'
import { ConfirmLink } from '../kit/confirm-link.tsx'
import { focusScreen } from '../kit/focus-pane.ts'
import { useFocusKeptNear } from '../kit/keep-focus-near.ts'
import { useNavigation, useScope } from '../kit/places.tsx'
import { useCommand, useKeyboard } from '../kit/shortcuts.tsx'
import { NEUTRAL_ACCENT } from '../kit/theme.ts'
import { useText } from '../kit/use-text.ts'
import { ViewsContext } from '../kit/views.tsx'
import { RAIL } from './fold.ts'
import classes from './frame.module.css'
import { Palette } from './palette.tsx'
import { Rail } from './rail.tsx'
import { ShortcutSheet } from './shortcut-sheet.tsx'
import { SpeaksForContext } from './speaks-for.tsx'
import { Splitter } from './splitter.tsx'
import { StatusLine } from './status-line.tsx'
import { useViewCommands } from '../views/use-view-commands.ts'
import { useFrameCommands } from './use-frame-commands.ts'
import { useWidths } from './use-widths.ts'

/**
 * What is around every screen: the brand's colour, the rail, the bottom line, the keyboard. The views are asked for once, for
 * the rail, the list and the palette alike.
 */
export const Frame = memo(function Frame(props: {
  readonly settings: Settings
  readonly children: ReactNode
}) {
  const scope = useScope()
  const views = useCall('views.list', scope === null ? {} : { brandId: scope }, 'keep')
  return (
    <ViewsContext value={valueOf(views)}>
      <FrameWithViews {...props} />
    </ViewsContext>
  )
})

function FrameWithViews({
  settings,
  children,
}: {
  readonly settings: Settings
  readonly children: ReactNode
}) {
  const { t } = useText()
  const scope = useScope()
  const [speaksFor, setSpeaksFor] = useState<BrandId | null>(null)
  const [sheet, setSheet] = useState<'open' | 'closed'>('closed')
  const brand = useBrand(scope ?? speaksFor)
  const gathering = useRun('gather.run')
  const { run } = gathering
  const gather = useCallback(() => void run({}), [run])
  const closeSheet = useCallback(() => setSheet('closed'), [])
  useCommand('shortcuts', () => setSheet('open'))
  const frame = useRef<HTMLDivElement>(null)
  useFocusKeptNear(() => frame.current)
  return (
    <SpeaksForContext value={setSpeaksFor}>
      <div
        ref={frame}
        className={classes.frame}
        style={{ '--frame-colour': brand?.colour ?? NEUTRAL_ACCENT }}
      >
        <Panes>{children}</Panes>
        <StatusLine gathering={gathering} />
      </div>
      <FrameKeys settings={settings} gather={gather} />
      <Palette />
      <ShortcutSheet opened={sheet === 'open'} onClose={closeSheet} />
      <ConfirmLink />
      <DropArea />
      <title>{brand ? t('frame.titleOf', { brand: brand.name }) : 'Ventanilla'}</title>
    </SpeaksForContext>
  )
}

interface FrameKeysProps {
  readonly settings: Settings
  readonly gather: () => void
}

/** The keyboard, and the focus where one goes. It shows nothing: going somewhere draws nothing of the frame for it. */
function FrameKeys({ settings, gather }: FrameKeysProps) {
  const { place, scope } = useNavigation()
  useKeyboard()
  useFrameCommands(settings, gather)
  useViewCommands()
  useEffect(() => focusScreen(), [place, scope])
  return null
}

const Panes = memo(function Panes({ children }: { readonly children: ReactNode }) {
  const { t } = useText()
  const widths = useWidths()
  if (widths.fold.rail === 'folded')
    return (
      <div className={classes.folded}>
        <TopBar />
        <main className={classes.main}>{children}</main>
      </div>
    )
  return (
    <div className={classes.panes}>
      <Rail
        width={widths.rail}
        edge={
          <Splitter
            label={t('frame.resize.rail')}
            width={widths.rail}
            min={RAIL.min}
            max={RAIL.max}
            pane="before"
            onResize={(width) => widths.resize('rail', width)}
            onReset={() => widths.reset('rail')}
          />
        }
      />
      <main className={classes.main}>{children}</main>
    </div>
  )
})

/** On a small window the rail waits behind a button. */
function TopBar() {
  const { t } = useText()
  const { scope, place } = useNavigation()
  const brand = useBrand(scope)
  // Going somewhere closes it: the rail is open for the place it was opened in.
  const [openIn, setOpenIn] = useState<object | null>(null)
  const here = place
  return (
    <div className={classes.topBar}>
      <ActionIcon variant="subtle" color="gray" aria-label={t('frame.rail')} onClick={() => setOpenIn(here)}>
        <IconMenu2 size={18} />
      </ActionIcon>
      <span dir="auto">{brand?.name ?? t('kit.allBrands')}</span>
      <Drawer
        opened={openIn === here}
        onClose={() => setOpenIn(null)}
        size={RAIL.usual + 24}
        title={t('frame.rail')}
        closeButtonProps={{ 'aria-label': t('kit.action.close') }}
      >
        <Rail width={RAIL.usual - 8} />
      </Drawer>
    </div>
  )
}
