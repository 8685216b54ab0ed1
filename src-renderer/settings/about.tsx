import { Button } from '@mantine/core'
import { runCommand } from '../kit/shortcuts.tsx'
import { useText } from '../kit/use-text.ts'
import classes from './settings.module.css'

/** Electron writes name and version of the program into the page's user agent. */
function programVersion(): string | null {
  return /\bventanilla\/(\S+)/i.exec(navigator.userAgent)?.[1] ?? null
}

export function About() {
  const { t } = useText()
  const version = programVersion()
  return (
    <div className={classes.about}>
      <p>{t('settings.aboutWhat')}</p>
      <p className={classes.why}>
        {version !== null && `${t('settings.version', { version })} · `}
        {t('settings.license')}
      </p>
      <Button variant="default" onClick={() => runCommand('shortcuts')}>
        {t('settings.shortcuts')}
      </Button>
    </div>
  )
}
