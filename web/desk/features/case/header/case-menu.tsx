import { Icon, useShortcut } from '@yinuo/web-shared'
import { Dropdown } from 'antd'
import { Ellipsis } from 'lucide-react'
import type { ReactElement } from 'react'
import { useCase } from '../case-context.tsx'
import { SIDE_PANELS, type SidePanelName, useSide } from '../side/side-context.tsx'
import { useTexts } from '../texts.ts'

const ITEMS = [
  'reply',
  'contact',
  'consultation',
  'hand-over',
  'chased',
  'correct',
  'attach',
  'end',
] as const satisfies readonly SidePanelName[]

/** What one does now and then. What is not possible opens all the same and says why. */
export function CaseMenu(): ReactElement {
  const { view } = useCase()
  const t = useTexts()
  const side = useSide()
  // On a closed case the two everyday actions stand here too: rarely meant, and not possible without a reason shown.
  const items = view.closedAt === null ? ITEMS : (['note', 'promise', ...ITEMS] as const)
  useShortcut('Alt+L', () => side.open('reply'), { label: t('side.reply') })
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: items.map((key) => ({ key, label: t(`side.${key}`) })),
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
