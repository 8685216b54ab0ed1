import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import type { MentionWhole } from '../../src-main/contract/mentions.ts'
import { useFormats } from '../kit/formats.ts'
import { useNow } from '../kit/use-now.ts'
import { useText } from '../kit/use-text.ts'
import { fieldOf, typeOver } from './editor/field.ts'
import classes from './listening.module.css'
import { pleaseRead } from './reading-acts.ts'
import type { Answering } from './use-answering.ts'

interface MoreMenuProps {
  readonly answering: Answering
  readonly preview: 'shown' | 'hidden'
  readonly onPreview: () => void
}

const SHOWN = 8

/** What is seldom wanted while one writes: a second pair of eyes, the preview, what one wrote before. */
export function MoreMenu({ answering, preview, onPreview }: MoreMenuProps) {
  const { t } = useText()
  const now = useNow()
  const { whole, brand, draft } = answering
  const formats = useFormats(brand.timezone)
  const written = draft.text.trim() !== ''
  const versions = whole.drafts.filter(({ state, body }) => state === 'earlier' && body !== draft.text)
  const restore = (version: MentionWhole['drafts'][number]) => {
    setTimeout(() => {
      const field = fieldOf(whole.id)
      if (field) typeOver(field, 0, field.value.length, version.body)
    })
  }
  return (
    <Menu position="top-start" returnFocus={false} width={320}>
      <Menu.Target>
        <Tooltip label={t('writing.more')}>
          <ActionIcon variant="subtle" color="gray" aria-label={t('writing.more')}>
            <IconDots size={16} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflowY: 'auto' }}>
        <Menu.Item
          disabled={!written || whole.reading?.waits === true}
          onClick={() => void pleaseRead(answering)}
        >
          {t('writing.pleaseRead')}
        </Menu.Item>
        <Menu.Item disabled={!written} onClick={onPreview}>
          {t(preview === 'shown' ? 'writing.hidePreview' : 'writing.preview')}
        </Menu.Item>
        {versions.length > 0 && <Menu.Label>{t('writing.versions')}</Menu.Label>}
        {versions.slice(0, SHOWN).map((version) => (
          <Menu.Item key={`${version.savedAt} ${version.body}`} onClick={() => restore(version)}>
            {formats.relative(version.savedAt, now)}
            <span className={classes.factText} dir="auto">
              {version.body}
            </span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
