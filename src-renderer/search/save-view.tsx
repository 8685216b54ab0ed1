import { ActionIcon, Button, Popover, SegmentedControl, TextInput } from '@mantine/core'
import { IconBookmark } from '@tabler/icons-react'
import { useState } from 'react'
import type { ActId } from '../../src-main/contract/ids.ts'
import type { SavedView } from '../../src-main/contract/views.ts'
import { call, toFailure } from '../engine/call.ts'
import { useBrand } from '../kit/brands.tsx'
import { failureWords } from '../kit/failure-words.ts'
import { CommandTip } from '../kit/key-names.tsx'
import { useNavigation } from '../kit/places.tsx'
import { useCommand } from '../kit/shortcuts.tsx'
import { showDone, undoAct } from '../kit/toast.tsx'
import { useText } from '../kit/use-text.ts'
import classes from './search.module.css'

interface SaveViewProps {
  /** The whole question, as the list answers it. */
  readonly where: string
  /** The saved view one is in. */
  readonly saved: SavedView | null
}

/** Keeps a question as a view: by its button, or by key while one types. */
export function SaveView({ where, saved }: SaveViewProps) {
  const { t } = useText()
  const [form, setForm] = useState<'open' | 'closed'>('closed')
  useCommand('saveView', () => setForm('open'))
  return (
    <Popover
      opened={form === 'open'}
      onChange={(opened) => setForm(opened ? 'open' : 'closed')}
      position="bottom-end"
      width={320}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <span className={classes.save}>
          <CommandTip id="saveView">
            <ActionIcon
              variant="subtle"
              color="gray"
              size="sm"
              aria-label={t('kit.command.saveView')}
              onClick={() => setForm(form === 'open' ? 'closed' : 'open')}
            >
              <IconBookmark size={15} />
            </ActionIcon>
          </CommandTip>
        </span>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('views.saveTitle')}>
        {form === 'open' && <SaveForm where={where} saved={saved} onDone={() => setForm('closed')} />}
      </Popover.Dropdown>
    </Popover>
  )
}

interface Saved {
  readonly viewId: SavedView['viewId']
  readonly actId: ActId
}

/** Saves and goes to the view; what stands in the way is said beside its name. */
function useSaving(where: string, onDone: () => void) {
  const { t } = useText()
  const { go } = useNavigation()
  const [wrong, setWrong] = useState<string | null>(null)
  const save = async (saving: Promise<Saved>, words: string) => {
    try {
      const { viewId, actId } = await saving
      onDone()
      go({ kind: 'inbox', view: 'everything', question: where, saved: viewId })
      showDone(words, () => undoAct(actId))
    } catch (thrown) {
      const { what, todo } = failureWords(t, toFailure(thrown))
      setWrong(`${what} ${todo}`)
    }
  }
  return { save, wrong, tryAgain: () => setWrong(null) }
}

type SaveFormProps = SaveViewProps & { readonly onDone: () => void }

function SaveForm({ where, saved, onDone }: SaveFormProps) {
  const { t } = useText()
  const { scope } = useNavigation()
  const brand = useBrand(scope)
  const [name, setName] = useState('')
  const [whose, setWhose] = useState<'brand' | 'all'>(scope === null ? 'all' : 'brand')
  const { save, wrong, tryAgain } = useSaving(where, onDone)
  const saveNew = () => {
    if (name.trim() === '') return
    const brandId = whose === 'brand' && scope !== null ? scope : 'all'
    void save(call('views.save', { brandId, name, where }), t('views.done.save', { name: name.trim() }))
  }
  return (
    <form
      className={classes.saveForm}
      onSubmit={(event) => {
        event.preventDefault()
        saveNew()
      }}
    >
      {saved && saved.where !== where && <UpdateView view={saved} where={where} save={save} />}
      <TextInput
        data-autofocus
        label={t('views.name')}
        maxLength={80}
        value={name}
        error={wrong}
        onChange={(event) => {
          setName(event.currentTarget.value)
          tryAgain()
        }}
      />
      {brand && (
        <SegmentedControl
          aria-label={t('views.for')}
          value={whose}
          onChange={setWhose}
          data={[
            { value: 'brand', label: t('views.forBrand', { brand: brand.name }) },
            { value: 'all', label: t('views.forAll') },
          ]}
        />
      )}
      <Button type="submit" disabled={name.trim() === ''}>
        {t('views.save')}
      </Button>
    </form>
  )
}

interface UpdateViewProps {
  readonly view: SavedView
  readonly where: string
  readonly save: (saving: Promise<Saved>, words: string) => Promise<void>
}

/** The view one came from asks this from now on. */
function UpdateView({ view: { viewId, name }, where, save }: UpdateViewProps) {
  const { t } = useText()
  return (
    <>
      <Button
        variant="light"
        onClick={() => void save(call('views.save', { viewId, where }), t('views.done.update', { name }))}
      >
        {t('views.update', { name })}
      </Button>
      <span className={classes.chipNote}>{t('views.orNew')}</span>
    </>
  )
}
