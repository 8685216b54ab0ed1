import { memo } from 'react'
import { Spotlight, type SpotlightActionGroupData, useSpotlight } from '@mantine/spotlight'
import { commandGroups, isViewCommand } from '../kit/commands.ts'
import { useCommands } from '../kit/keymap.ts'
import { commandWords, Keys } from '../kit/key-names.tsx'
import { runCommand, useOffers } from '../kit/shortcuts.tsx'
import { useWays } from '../kit/places.tsx'
import { useText } from '../kit/use-text.ts'
import { placeOfView, useViews } from '../kit/views.tsx'
import classes from './frame.module.css'
import { paletteStore } from './palette-store.ts'

/** The palette gives the focus back before the command runs, so that the command may move it. */
const AFTER_CLOSING_MS = 60

/** Every command that can run now, by its plain name, with its keys. While it is closed nothing of it is put together. */
export const Palette = memo(function Palette() {
  const { t } = useText()
  const { opened } = useSpotlight(paletteStore)
  const commands = useCommandActions(opened ? 'open' : 'closed')
  const views = useViewActions()
  return (
    <Spotlight
      store={paletteStore}
      actions={opened ? [views, ...commands].filter(({ actions }) => actions.length > 0) : []}
      shortcut={null}
      scrollable
      maxHeight={420}
      highlightQuery
      nothingFound={t('kit.palette.nothing')}
      attributes={{ content: { 'aria-label': t('kit.command.palette') } }}
      scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}
      transitionProps={{ duration: 0 }}
      overlayProps={{ backgroundOpacity: 0.25, blur: 0 }}
      classNames={{ actionsGroup: classes.paletteGroup ?? '' }}
      searchProps={{
        placeholder: t('kit.palette.search'),
        'aria-label': t('kit.palette.search'),
        spellCheck: false,
      }}
    />
  )
})

function useCommandActions(palette: 'open' | 'closed'): SpotlightActionGroupData[] {
  const { t } = useText()
  const offers = useOffers(palette === 'open' ? 'wanted' : 'not-wanted')
  const commands = useCommands()
  if (palette === 'closed') return []
  return commandGroups.map((group) => ({
    group: t(`kit.group.${group}`),
    actions: commands
      .filter(({ id, group: of }) => of === group && id !== 'palette' && !isViewCommand(id) && offers.has(id))
      .map(({ id, keys: [keys] }) => ({
        id,
        label: t(commandWords(id)),
        rightSection: keys === undefined ? undefined : <Keys keys={keys} />,
        onClick: () => setTimeout(() => runCommand(id), AFTER_CLOSING_MS),
      })),
  }))
}

/** The user's own views, by their names. */
function useViewActions(): SpotlightActionGroupData {
  const { t } = useText()
  const { go } = useWays()
  const saved = useViews()?.saved ?? []
  return {
    group: t('kit.group.views'),
    actions: saved.map((view, index) => ({
      id: view.viewId,
      label: view.name,
      rightSection: index < 9 ? <Keys keys={`g ${index + 1}`} /> : undefined,
      onClick: () => setTimeout(() => go(placeOfView(view)), AFTER_CLOSING_MS),
    })),
  }
}
