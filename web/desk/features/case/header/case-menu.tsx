import { Icon, useShortcut } from '@yinuo/web-shared'
import { Dropdown } from 'antd'
import { Ellipsis } from 'lucide-react'
import type { ReactElement } from 'react'
import { SIDE_PANELS, type SidePanelName, useSide } from '../side/side-context.tsx'
import { useTexts } from '../texts.ts'

const ITEMS: readonly SidePanelName[] = [
  'reply',
  'contact',
  'consultation',
  'hand-over',
  'chased',
  'correct',
  'attach',
  'end',
]

/** What one does now and then. What is not possible opens all the same and says why. */
export function CaseMenu(): ReactElement {
  const t = useTexts()
  const side = useSide()
  useShortcut('Alt+L', () => side.open('reply'), { label: t('side.reply') })
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: ITEMS.map((key) => ({ key, label: t(`side.${key}`) })),
        onClick: ({ key }) => {
          const panel = SIDE_PANELS.find((one) => one === key)
          if (panel !== undefined) side.open(panel)
        },
      }}
    >
      <button
        type="button"
        className="y-icon-button"
        aria-label={t('head.more')}
        aria-haspopup="menu"
      >
        <Icon of={Ellipsis} />
      </button>
    </Dropdown>
  )
}
