import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import {
  IconCheck,
  IconHeartHandshake,
  IconSortAscending,
  IconSortDescending,
  IconTargetArrow,
} from '@tabler/icons-react'
import { memo } from 'react'
import { useText } from '../kit/use-text.ts'
import type { Order } from './pages.ts'

interface OrderMenuProps {
  readonly order: Order
  readonly onChange: (order: Order) => void
  /** Whether there are words that could match well or badly. */
  readonly words: 'some' | 'none'
}

const ICONS = {
  newest: IconSortDescending,
  oldest: IconSortAscending,
  care: IconHeartHandshake,
  best: IconTargetArrow,
}
const ORDERS: readonly Order[] = ['newest', 'oldest', 'care', 'best']

/** In which order the list is read. */
export const OrderMenu = memo(function OrderMenu({ order, onChange, words }: OrderMenuProps) {
  const { t } = useText()
  const Icon = ICONS[order]
  const label = (each: Order) => (each === 'best' ? t('search.best') : t(`inbox.order.${each}`))
  return (
    <Menu withInitialFocusPlaceholder={false} position="bottom-end" width={260}>
      <Menu.Target>
        <Tooltip label={label(order)}>
          <ActionIcon variant="subtle" color="gray" aria-label={`${t('search.order')}: ${label(order)}`}>
            <Icon size={16} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {ORDERS.map((each) => (
          <Menu.Item
            key={each}
            role="menuitemradio"
            aria-checked={each === order}
            disabled={each === 'best' && words === 'none'}
            title={each === 'best' && words === 'none' ? t('search.bestNeedsWords') : undefined}
            rightSection={each === order && <IconCheck size={14} />}
            onClick={() => onChange(each)}
          >
            {label(each)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
})
