import { Button } from '@mantine/core'
import { useCall, valueOf } from '../engine/use-call.ts'
import { useFormats } from '../kit/formats.ts'
import { Keys } from '../kit/key-names.tsx'
import { useNavigation } from '../kit/places.tsx'
import { useText } from '../kit/use-text.ts'
import classes from './inbox.module.css'

/** Over the one mention that is read: how many wait, and the way out. No clock. */
export function FocusBar({ onLeave }: { readonly onLeave: () => void }) {
  const { t } = useText()
  const formats = useFormats()
  const { scope } = useNavigation()
  const views = valueOf(useCall('views.list', scope === null ? {} : { brandId: scope }, 'keep'))
  const waiting = views?.items.find(({ name }) => name === 'unanswered')?.count ?? null
  return (
    <header className={classes.focusBar}>
      <span className={classes.focusTitle}>{t('inbox.focus.title')}</span>
      <span role="status">
        {waiting === 0 && t('inbox.focus.nobody')}
        {waiting !== null &&
          waiting > 0 &&
          t('inbox.focus.waiting', { count: waiting, shown: formats.number(waiting) })}
      </span>
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        rightSection={<Keys keys="Escape" />}
        onClick={onLeave}
      >
        {t('inbox.focus.leave')}
      </Button>
    </header>
  )
}
