import { ActionIcon, Modal } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { Brand } from '../../src-main/contract/brands.ts'
import type { Fact } from '../../src-main/contract/facts.ts'
import { call } from '../engine/call.ts'
import { useCall, valueOf } from '../engine/use-call.ts'
import { useFormats } from '../kit/formats.ts'
import { showDoneInBrand, showFailure } from '../kit/toast.tsx'
import { useText } from '../kit/use-text.ts'
import { FactForm } from './fact-form.tsx'
import classes from './listening.module.css'

interface FactsDialogProps {
  readonly brand: Brand
  /** Of the mention that is answered: a new fact is most likely in it. */
  readonly language: string | null
  readonly onClose: () => void
}

/** The facts of a brand: opening hours, a policy, an address. */
export function FactsDialog({ brand, language, onClose }: FactsDialogProps) {
  const { t } = useText()
  const formats = useFormats(brand.timezone)
  const facts = valueOf(useCall('facts.list', { brandId: brand.brandId }))?.items ?? []
  const [edited, setEdited] = useState<Fact | null>(null)
  const remove = async (fact: Fact) => {
    try {
      await call('facts.remove', { factId: fact.factId })
      await showDoneInBrand(t('writing.factRemoved', { title: fact.title }), brand.brandId)
    } catch (thrown) {
      showFailure(thrown)
    }
  }
  return (
    <Modal opened onClose={onClose} title={t('writing.factsOf', { brand: brand.name })} size="lg">
      {facts.length > 0 && (
        <ul className={classes.facts}>
          {facts.map((fact) => (
            <li key={fact.factId} className={classes.fact}>
              <div>
                <strong>{fact.title}</strong> · {formats.languageName(fact.language)}
                <p dir="auto">{fact.body}</p>
              </div>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('writing.editFact', { title: fact.title })}
                onClick={() => setEdited(fact)}
              >
                <IconPencil size={16} />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('writing.removeFact', { title: fact.title })}
                onClick={() => void remove(fact)}
              >
                <IconTrash size={16} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      <FactForm
        key={edited?.factId ?? 'new'}
        brand={brand}
        fact={edited}
        language={edited?.language ?? language ?? brand.languages[0] ?? 'es'}
        onSaved={() => setEdited(null)}
      />
    </Modal>
  )
}
