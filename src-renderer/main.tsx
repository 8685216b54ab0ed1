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
import { askForFirstScreen } from './first-answers.ts'
import { languageFor, startI18n } from './kit/i18n.ts'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
// What fails here is asked again, and told, by the screen.
askForFirstScreen().catch(() => undefined)
await startI18n(languageFor('system', window.shell.systemLanguage))
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
