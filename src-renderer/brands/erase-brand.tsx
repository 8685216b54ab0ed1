import { Button, Group, Modal, Stack, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState, type SyntheticEvent } from 'react'
import type { Brand } from '../../src-main/contract/brands.ts'
import { useRun } from '../engine/use-run.ts'
import { ErrorNote } from '../kit/error-note.tsx'
import { useNavigation } from '../kit/places.tsx'
import { showDone } from '../kit/toast.tsx'
import { useText } from '../kit/use-text.ts'
import classes from './brands.module.css'

/** Says what erasing takes away, and asks for the name before it does it. */
export function EraseBrand({ brand }: { readonly brand: Brand }) {
  const { t } = useText()
  const [asks, setAsks] = useState(false)
  return (
    <div className={classes.erase}>
      <p>
        {t('brand.erase.what')} {t('brand.erase.counts', { count: brand.mentions })}
      </p>
      <Button variant="default" onClick={() => setAsks(true)}>
        {t('brand.erase.button')}
      </Button>
      <Modal
        opened={asks}
        onClose={() => setAsks(false)}
        title={t('brand.erase.dialog', { name: brand.name })}
        closeButtonProps={{ 'aria-label': t('kit.action.close') }}
      >
        <EraseQuestion brand={brand} onClose={() => setAsks(false)} />
      </Modal>
    </div>
  )
}

interface EraseQuestionProps {
  readonly brand: Brand
  readonly onClose: () => void
}

function EraseQuestion({ brand, onClose }: EraseQuestionProps) {
  const { t } = useText()
  const { go } = useNavigation()
  const [typed, setTyped] = useState('')
  const { state, run } = useRun('brands.erase')
  const isName = typed.trim() === brand.name.trim()
  const erase = async (event: SyntheticEvent) => {
    event.preventDefault()
    if (!isName || !(await run({ brandId: brand.brandId, name: brand.name }))) return
    go({ kind: 'inbox', view: 'inbox' }, null)
    // What earlier toasts offer to undo is gone with the brand.
    notifications.clean()
    showDone(t('brand.erase.done', { name: brand.name }))
  }
  return (
    <form className={classes.erase} onSubmit={(event) => void erase(event)}>
      <Stack gap="sm">
        <p>
          {t('brand.erase.what')} <strong>{t('brand.erase.never')}</strong>
        </p>
        <TextInput
          label={t('brand.erase.type', { name: brand.name })}
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          autoComplete="off"
          data-autofocus
        />
        {state.kind === 'failed' && <ErrorNote failure={state.failure} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('kit.action.cancel')}
          </Button>
          <Button type="submit" color="red" disabled={!isName} loading={state.kind === 'running'}>
            {t('brand.erase.confirm')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
