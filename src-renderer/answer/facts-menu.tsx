import { Button, Menu } from '@mantine/core'
import { useState } from 'react'
import type { Fact } from '../../src-main/contract/facts.ts'
import { withGap } from '../../src-main/contract/gaps.ts'
import { useCall, valueOf } from '../engine/use-call.ts'
import { focusWriting } from '../kit/focus-pane.ts'
import { useCommand } from '../kit/shortcuts.tsx'
import { useText } from '../kit/use-text.ts'
import { fieldOf, insertApart } from './editor/field.ts'
import { FactsDialog } from './facts-dialog.tsx'
import classes from './listening.module.css'
import type { Answering } from './use-answering.ts'

/** What is true of the brand, to be put into one's own words: it comes with a gap that has to be filled. */
export function FactsMenu({ answering: { whole, brand } }: { readonly answering: Answering }) {
  const { t } = useText()
  const [opened, setOpened] = useState(false)
  const [dialog, setDialog] = useState<'open' | 'closed'>('closed')
  const facts = valueOf(useCall('facts.list', { brandId: brand.brandId }))?.items ?? []
  useCommand('fact', () => setOpened(true))
  const insert = (fact: Fact) => {
    // The menu gives the focus up first, or it would take it back from the gap.
    setTimeout(() => {
      const field = fieldOf(whole.id)
      if (field) insertApart(field, withGap(fact.body))
    })
  }
  return (
    <>
      <Menu opened={opened} onChange={setOpened} position="top-start" returnFocus={false} width={340}>
        <Menu.Target>
          <Button variant="subtle" color="gray" fw={400} size="compact-sm">
            {t('writing.facts')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
          {inTheirLanguage(facts, whole.language).map((fact) => (
            <Menu.Item key={fact.factId} onClick={() => insert(fact)}>
              {fact.title}
              <span className={classes.factText}>{fact.body}</span>
            </Menu.Item>
          ))}
          {facts.length === 0 && <Menu.Label>{t('writing.noFacts', { brand: brand.name })}</Menu.Label>}
          <Menu.Divider />
          <Menu.Item onClick={() => setDialog('open')}>{t('writing.keepFacts')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {dialog === 'open' && (
        <FactsDialog
          brand={brand}
          language={whole.language}
          onClose={() => {
            setDialog('closed')
            focusWriting(whole.id)
          }}
        />
      )}
    </>
  )
}

/** Those in the language they wrote in; all, where there are none in it. */
function inTheirLanguage(facts: readonly Fact[], language: string | null): readonly Fact[] {
  const theirs = facts.filter((fact) => fact.language === language)
  return theirs.length > 0 ? theirs : facts
}
