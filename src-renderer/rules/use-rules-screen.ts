import { useState } from 'react'
import type { BrandId, RuleId } from '../../src-main/contract/ids.ts'
import type { Rule } from '../../src-main/contract/rules.ts'
import { useCommand } from '../kit/shortcuts.tsx'
import { useText } from '../kit/use-text.ts'
import { changeOrSay, moveRule, runOverPast, undoAllOf } from './rule-calls.ts'

export interface RulesScreenState {
  readonly brandId: BrandId
  readonly chosen: Rule | null
  readonly choose: (ruleId: RuleId) => void
  readonly work: { readonly kind: 'none' | 'new' | 'mute' | 'edit' }
  /** Ends what is being written; what was added is chosen. */
  readonly leave: (added: RuleId | null) => void
}

export function useRulesScreen(brandId: BrandId, all: readonly Rule[]): RulesScreenState {
  const [id, setId] = useState<RuleId | null>(null)
  const [work, setWork] = useState<RulesScreenState['work']>({ kind: 'none' })
  // Rules stand above mutes on the screen, though mutes are tried first.
  const shown = [...all.filter(({ kind }) => kind === 'rule'), ...all.filter(({ kind }) => kind !== 'rule')]
  const chosen = shown.find(({ ruleId }) => ruleId === id) ?? shown[0] ?? null
  const choose = (ruleId: RuleId) => {
    setId(ruleId)
    setWork({ kind: 'none' })
  }
  const leave = (added: RuleId | null) => {
    if (added !== null) setId(added)
    setWork({ kind: 'none' })
    const next = added ?? chosen?.ruleId
    if (next !== undefined) focusLine(next)
  }
  useMoves(shown, chosen, choose)
  useRuleCommands(brandId, all, chosen)
  useCommand('newRule', () => setWork({ kind: 'new' }))
  useCommand('muteWords', () => setWork({ kind: 'mute' }))
  useCommand('editRule', chosen === null ? null : () => setWork({ kind: 'edit' }))
  return { brandId, chosen, choose, work, leave }
}

function useMoves(shown: readonly Rule[], chosen: Rule | null, choose: (ruleId: RuleId) => void): void {
  const move = (by: number) => () => {
    const at = shown.findIndex(({ ruleId }) => ruleId === chosen?.ruleId)
    const next = shown[Math.min(Math.max(at + by, 0), shown.length - 1)]
    if (!next) return
    choose(next.ruleId)
    focusLine(next.ruleId)
  }
  useCommand('next', chosen === null ? null : move(1))
  useCommand('previous', chosen === null ? null : move(-1))
}

function useRuleCommands(brandId: BrandId, all: readonly Rule[], chosen: Rule | null): void {
  const { t } = useText()
  const rules = all.filter(({ kind }) => kind === 'rule')
  const at = rules.findIndex(({ ruleId }) => ruleId === chosen?.ruleId)
  useCommand('ruleUp', chosen && at > 0 ? () => void moveRule(brandId, rules, chosen, -1) : null)
  useCommand(
    'ruleDown',
    chosen && at >= 0 && at < rules.length - 1 ? () => void moveRule(brandId, rules, chosen, 1) : null,
  )
  useCommand(
    'switchRule',
    chosen &&
      (() =>
        void changeOrSay(
          'rules.set',
          { ruleId: chosen.ruleId, works: !chosen.works },
          t(chosen.works ? 'rules.done.off' : 'rules.done.on', { name: chosen.name }),
        )),
  )
  useCommand('runRule', chosen && (() => void runOverPast(chosen)))
  useCommand('undoRule', chosen && chosen.done > 0 ? () => void undoAllOf(chosen) : null)
  useCommand(
    'removeRule',
    chosen &&
      (() =>
        void changeOrSay(
          'rules.remove',
          { ruleId: chosen.ruleId },
          t('rules.done.removed', { name: chosen.name }),
        )),
  )
}

/** Once it is drawn. */
function focusLine(ruleId: RuleId, frames = 60): void {
  const line = document.querySelector<HTMLElement>(`[data-rule="${ruleId}"]`)
  if (line) line.focus()
  else if (frames > 0) requestAnimationFrame(() => focusLine(ruleId, frames - 1))
}
