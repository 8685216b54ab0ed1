import { Button, Popover } from '@mantine/core'
import type { BrandId } from '../../src-main/contract/ids.ts'
import type { Mention } from '../../src-main/contract/mentions.ts'
import { call } from '../engine/call.ts'
import { useCall, valueOf } from '../engine/use-call.ts'
import type { CommandId } from '../kit/commands.ts'
import { CommandKeys } from '../kit/key-names.tsx'
import { useCommands } from '../kit/keymap.ts'
import { runCommand } from '../kit/shortcuts.tsx'
import { showDone, showFailure, undoAct } from '../kit/toast.tsx'
import { useMenuKeys } from '../kit/use-menu-keys.ts'
import { useText } from '../kit/use-text.ts'
import { FeelingWord } from './feeling-word.tsx'
import classes from './feeling.module.css'

interface WhyFeelingProps {
  readonly mention: Mention
  readonly opened: boolean
  readonly onChange: (opened: boolean) => void
}

/** The feeling of what is read; on demand, the words that decided it, and the way to say better. */
export function WhyFeeling({ mention, opened, onChange }: WhyFeelingProps) {
  const { t } = useText()
  const said = t(`inbox.feeling.${mention.feeling ?? 'unsure'}`)
  const commands = useCommands()
  useMenuKeys(opened ? 'open' : 'closed', (pressed) => {
    const chosen = commands.find(({ id, keys }) => isChoice(id) && keys.includes(pressed))
    if (chosen === undefined) return false
    runCommand(chosen.id)
    onChange(false)
    return true
  })
  return (
    <Popover opened={opened} onChange={onChange} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <button
          type="button"
          className={classes.button}
          aria-label={t('inbox.feeling.label', { feeling: said })}
          aria-expanded={opened}
          onClick={() => onChange(!opened)}
        >
          <FeelingWord feeling={mention.feeling} />
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('inbox.feeling.why')}>
        {opened && <Why mention={mention} onDone={() => onChange(false)} />}
      </Popover.Dropdown>
    </Popover>
  )
}

const CHOICES = [
  { feeling: 'negative', command: 'feelNegative' },
  { feeling: 'neutral', command: 'feelNeutral' },
  { feeling: 'positive', command: 'feelPositive' },
] as const

function isChoice(id: CommandId): boolean {
  return CHOICES.some(({ command }) => command === id)
}

function Why({ mention, onDone }: { readonly mention: Mention; readonly onDone: () => void }) {
  const { t } = useText()
  const told = valueOf(useCall('understand.mention', { id: mention.id }, 'keep'))
  if (!told) return null
  const by = { words: 'byWords', stars: 'byStars', user: 'byYou' } as const
  return (
    <div className={classes.why}>
      <p>{t(told.words.length === 0 ? 'inbox.feeling.noWords' : `inbox.feeling.${by[told.felt.by]}`)}</p>
      {told.words.length > 0 && (
        <ul className={classes.weighed}>
          {told.words.map(({ word, weight }, index) => (
            <li
              key={`${word} ${index}`}
              title={t(weight < 0 ? 'inbox.feeling.against' : 'inbox.feeling.infavour')}
            >
              <span className={classes.dot} data-feeling={weight < 0 ? 'negative' : 'positive'} />
              <span dir="auto">{word}</span>
            </li>
          ))}
        </ul>
      )}
      <p>{t('inbox.feeling.correct')}</p>
      <div className={classes.choices}>
        {CHOICES.map(({ feeling, command }) => (
          <Button
            key={feeling}
            size="compact-sm"
            variant={feeling === mention.feeling ? 'light' : 'default'}
            rightSection={<CommandKeys id={command} />}
            onClick={() => {
              runCommand(command)
              onDone()
            }}
          >
            {t(`inbox.feeling.${feeling}`)}
          </Button>
        ))}
      </div>
      <Learnt brandId={mention.brandId} corrections={told.corrections} />
    </div>
  )
}

function Learnt({ brandId, corrections }: { readonly brandId: BrandId; readonly corrections: number }) {
  const { t } = useText()
  const forget = async () => {
    try {
      const { actId, count } = await call('understand.forget', { brandId })
      showDone(t('inbox.feeling.forgotten', { count }), () => undoAct(actId))
    } catch (thrown) {
      showFailure(thrown)
    }
  }
  if (corrections === 0) return <p className={classes.quiet}>{t('inbox.feeling.learntNone')}</p>
  return (
    <p className={classes.quiet}>
      {t('inbox.feeling.learnt', { count: corrections })}{' '}
      <Button size="compact-xs" variant="subtle" color="gray" onClick={() => void forget()}>
        {t('inbox.feeling.forget')}
      </Button>
    </p>
  )
}
