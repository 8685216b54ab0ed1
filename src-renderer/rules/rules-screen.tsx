import { Button } from '@mantine/core'
import type { BrandId } from '../../src-main/contract/ids.ts'
import type { Rule } from '../../src-main/contract/rules.ts'
import { useCall } from '../engine/use-call.ts'
import { EmptyState } from '../kit/empty-state.tsx'
import { ErrorNote } from '../kit/error-note.tsx'
import { CommandKeys } from '../kit/key-names.tsx'
import { OneBrand } from '../kit/one-brand.tsx'
import { Page, PagePart } from '../kit/page.tsx'
import { runCommand } from '../kit/shortcuts.tsx'
import { useText } from '../kit/use-text.ts'
import { MuteForm } from './mute-form.tsx'
import { RuleForm } from './rule-form.tsx'
import { RuleLine } from './rule-line.tsx'
import { RulesBar } from './rules-bar.tsx'
import classes from './rules.module.css'
import { useRulesScreen, type RulesScreenState } from './use-rules-screen.ts'

/** What is done by itself to what is new: mutes first, then rules, in the order they are tried. */
export function RulesScreen({ brandId }: { readonly brandId: BrandId | null }) {
  const { t } = useText()
  if (brandId === null) return <OneBrand title={t('frame.place.rules')} />
  return <BrandRules brandId={brandId} />
}

function BrandRules({ brandId }: { readonly brandId: BrandId }) {
  const { t } = useText()
  const rules = useCall('rules.list', { brandId })
  if (rules.kind === 'loading') return null
  if (rules.kind === 'failed')
    return (
      <Page title={t('frame.place.rules')}>
        <ErrorNote failure={rules.failure} again={rules.again} />
      </Page>
    )
  return <Loaded brandId={brandId} all={rules.value.items} />
}

function Loaded({ brandId, all }: { readonly brandId: BrandId; readonly all: readonly Rule[] }) {
  const { t } = useText()
  const screen = useRulesScreen(brandId, all)
  const rules = all.filter(({ kind }) => kind === 'rule')
  const mutes = all.filter(({ kind }) => kind !== 'rule')
  const { work } = screen
  return (
    <Page
      title={t('frame.place.rules')}
      about={t('rules.about')}
      actions={
        <>
          <Button
            variant="default"
            onClick={() => runCommand('muteWords')}
            rightSection={<CommandKeys id="muteWords" />}
          >
            {t('kit.command.muteWords')}
          </Button>
          <Button onClick={() => runCommand('newRule')} rightSection={<CommandKeys id="newRule" />}>
            {t('kit.command.newRule')}
          </Button>
        </>
      }
    >
      {work.kind === 'new' && <RuleForm brandId={brandId} rule={null} onDone={screen.leave} />}
      {work.kind === 'mute' && <MuteForm brandId={brandId} onDone={screen.leave} />}
      {all.length === 0 && work.kind === 'none' && (
        <EmptyState
          sentence={t('rules.none')}
          next={{ label: t('kit.command.newRule'), command: 'newRule', run: () => runCommand('newRule') }}
        />
      )}
      {all.length > 0 && <RulesBar screen={screen} />}
      <Lines screen={screen} rules={rules} />
      {mutes.length > 0 && (
        <PagePart title={t('rules.mutes')}>
          <Lines screen={screen} rules={mutes} />
        </PagePart>
      )}
    </Page>
  )
}

interface LinesProps {
  readonly screen: RulesScreenState
  readonly rules: readonly Rule[]
}

function Lines({ screen, rules }: LinesProps) {
  return (
    <ol className={classes.lines}>
      {rules.map((rule, at) => {
        const chosen = rule.ruleId === screen.chosen?.ruleId
        return (
          <RuleLine
            key={rule.ruleId}
            rule={rule}
            number={at + 1}
            chosen={chosen ? 'chosen' : 'other'}
            onChoose={() => screen.choose(rule.ruleId)}
          >
            {chosen && screen.work.kind === 'edit' && (
              <RuleForm brandId={screen.brandId} rule={rule} onDone={screen.leave} />
            )}
          </RuleLine>
        )
      })}
    </ol>
  )
}
