import './no-eval.ts'
import '@fontsource-variable/atkinson-hyperlegible-next'
import '@fontsource-variable/atkinson-hyperlegible-next/wght-italic.css'
import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import '@mantine/spotlight/styles.css'
import './kit/global.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { afterNextFrame } from './engine/turns.ts'
import { askForFirstScreen } from './first-answers.ts'
import { lastLook } from './frame/last-look.ts'
import { languageFor, startI18n } from './kit/i18n.ts'
import { schemeOf } from './kit/theme.ts'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
const last = await lastLook()
// What fails here is asked again, and told, by the screen.
askForFirstScreen(last).catch(() => undefined)
const language = languageFor(last?.settings.language ?? 'system', window.shell.systemLanguage)
await startI18n(language)
// Styled in other colours first, all of it would be styled twice.
document.documentElement.setAttribute('data-mantine-color-scheme', schemeOf(last?.settings.theme ?? 'system'))
createRoot(root).render(
  <StrictMode>
    <App last={last} />
  </StrictMode>,
)
// The first date that is written takes 20 ms: before the list is here, nobody waits for it.
afterNextFrame(() => void new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short' }).format())
