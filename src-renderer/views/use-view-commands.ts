import { letGoOfFocus } from '../kit/focus-pane.ts'
import { useNavigation } from '../kit/places.tsx'
import { useCommand } from '../kit/shortcuts.tsx'
import { placeOfView, useViews } from '../kit/views.tsx'

/** `g` and a digit opens one of the user's views. */
export function useViewCommands(): void {
  const { go } = useNavigation()
  const saved = useViews()?.saved ?? []
  const open = (index: number) => {
    const view = saved[index]
    if (!view) return null
    return () => {
      letGoOfFocus()
      go(placeOfView(view))
    }
  }
  useCommand('view1', open(0))
  useCommand('view2', open(1))
  useCommand('view3', open(2))
  useCommand('view4', open(3))
  useCommand('view5', open(4))
  useCommand('view6', open(5))
  useCommand('view7', open(6))
  useCommand('view8', open(7))
  useCommand('view9', open(8))
}
