import { api } from '@yinuo/contract'
import { chooseTheme, THEME_CHOICES, useMay, useMe, useRead } from '@yinuo/web-shared'
import { useNavigate } from '@tanstack/react-router'
import { type LucideIcon, MessageSquareWarning, Plus, SunMoon, User } from 'lucide-react'
import { useDeferredValue } from 'react'
import { useTexts } from '../texts.ts'
import { entriesFor } from './navigation.ts'

export type PaletteItem = {
  readonly key: string
  readonly group: string
  readonly icon: LucideIcon
  readonly label: string
  readonly detail: string
  readonly run: () => void
}

const SHORTEST = 2
const HITS = 6

/** Pages and actions at once; complaints and customers from the server from two characters on. */
export function usePaletteItems(query: string): {
  readonly items: readonly PaletteItem[]
  readonly searching: boolean
} {
  const t = useTexts()
  const navigate = useNavigate()
  const q = useDeferredValue(query.trim())
  const enabled = q.length >= SHORTEST
  const places = usePlaces().filter((item) =>
    item.label.toLowerCase().includes(query.trim().toLowerCase()),
  )

  const complaintQuery = { q, view: 'all', limit: HITS } as const
  const complaints = useRead(
    api.complaint.list,
    { query: complaintQuery },
    ['complaint', 'list', complaintQuery],
    { enabled, keepPrevious: true },
  )
  const customerQuery = { q, limit: HITS }
  const customers = useRead(
    api.customer.list,
    { query: customerQuery },
    ['customer', 'list', customerQuery],
    { enabled, keepPrevious: true },
  )

  const found: PaletteItem[] = enabled
    ? [
        ...(complaints.data?.rows ?? []).map((row) => ({
          key: row.id,
          group: t('palette.complaints'),
          icon: MessageSquareWarning,
          label: `${row.number} ${row.customer}`,
          detail: `${row.reason} · ${row.statusLabel}`,
          run: () => void navigate({ to: '/complaints/$id', params: { id: row.id } }),
        })),
        ...(customers.data?.rows ?? []).map((row) => ({
          key: row.id,
          group: t('palette.customers'),
          icon: User,
          label: row.name,
          detail: [row.salutation, row.phone].filter(Boolean).join(' · '),
          run: () => void navigate({ to: '/customers/$id', params: { id: row.id } }),
        })),
      ]
    : []
  return {
    items: [...found, ...places],
    searching: enabled && (complaints.isFetching || customers.isFetching),
  }
}

function usePlaces(): readonly PaletteItem[] {
  const t = useTexts()
  const me = useMe()
  const navigate = useNavigate()
  const mayRegister = useMay('record')
  const act = { group: t('palette.actions'), detail: '' }
  return [
    ...(mayRegister
      ? [
          {
            ...act,
            key: 'register',
            icon: Plus,
            label: t('register'),
            run: () => void navigate({ to: '/intake' }),
          },
        ]
      : []),
    ...entriesFor(me).map((entry) => ({
      key: entry.to,
      group: t('palette.pages'),
      icon: entry.icon,
      label: t(entry.text),
      detail: '',
      run: () => void navigate({ to: entry.to }),
    })),
    ...THEME_CHOICES.map((choice) => ({
      ...act,
      key: choice,
      icon: SunMoon,
      label: t('theme.switch', { choice: t(`theme.${choice}`) }),
      run: () => chooseTheme(choice),
    })),
  ]
}
