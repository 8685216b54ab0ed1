import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { cssVariables, NEUTRAL_ACCENT, themeFor } from './kit/theme.ts'

export function App() {
  return (
    <MantineProvider theme={themeFor(NEUTRAL_ACCENT)} cssVariablesResolver={cssVariables}>
      <Notifications position="bottom-center" />
    </MantineProvider>
  )
}
