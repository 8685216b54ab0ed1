import { Button } from '@mantine/core'
import { useFormats } from '../kit/formats.ts'
import { CommandTip } from '../kit/key-names.tsx'
import { useText } from '../kit/use-text.ts'
import classes from './inbox.module.css'
import type { PagedList } from './use-pages.ts'

/** What arrived since the list was drawn waits here: nothing one looks at moves by itself. */
export function ArrivedPill({ list }: { readonly list: PagedList }) {
  const { t } = useText()
  const formats = useFormats()
  if (list.arrived === 0) return null
  return (
    <CommandTip id="showArrived">
      <Button className={classes.pill ?? ''} size="compact-sm" radius="xl" onClick={list.showArrived}>
        {t('inbox.arrived', { count: list.arrived, number: formats.number(list.arrived) })}
      </Button>
    </CommandTip>
  )
}
