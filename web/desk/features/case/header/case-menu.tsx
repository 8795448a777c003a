import type { PrintForm } from '@yinuo/domain'
import { useNavigate } from '@tanstack/react-router'
import { Icon, useShortcut } from '@yinuo/web-shared'
import { Dropdown } from 'antd'
import { Ellipsis } from 'lucide-react'
import type { ReactElement } from 'react'
import { useCase } from '../case-context.tsx'
import { SIDE_PANELS, type SidePanelName, useSide } from '../side/side-context.tsx'
import { useLinkTexts } from '../agreement/link-texts.ts'
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

/** The form of Annex A one has in mind at each step. */
const PRINTED_AT: Readonly<Record<string, PrintForm>> = {
  'finding-out': 'finding-out',
  negotiation: 'analysis',
  approval: 'approval',
  agreement: 'agreement',
  execution: 'execution',
  'follow-up': 'follow-up',
}

/** What one does now and then. What is not possible opens all the same and says why. */
export function CaseMenu(): ReactElement {
  const { view } = useCase()
  const t = useTexts()
  const words = useLinkTexts()
  const navigate = useNavigate()
  const side = useSide()
  // On a closed case the two everyday actions stand here too: rarely meant, and not possible without a reason shown.
  const items = view.closedAt === null ? ITEMS : (['note', 'promise', ...ITEMS] as const)
  useShortcut('Alt+L', () => side.open('reply'), { label: t('side.reply') })
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          ...items.map((key) => ({ key, label: t(`side.${key}`) })),
          { key: 'print', label: words('print') },
        ],
        onClick: ({ key }) => {
          if (key === 'print') {
            const form = PRINTED_AT[view.step] ?? 'registration'
            void navigate({ to: '/print/complaints/$id/$form', params: { id: view.id, form } })
          }
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
