import type { Me } from '@yinuo/contract'
import type { LucideIcon } from 'lucide-react'
import {
  BookOpenText,
  ChartColumn,
  MessageCircleOff,
  MessageSquareWarning,
  PackageCheck,
  Stamp,
  Sun,
  Upload,
  UserCog,
  Users,
} from 'lucide-react'

/** The pages that exist; the sidebar, the phone's bar and the palette are made of this list. */
export type NavigationEntry = {
  readonly to:
    | '/'
    | '/complaints'
    | '/approvals'
    | '/tasks'
    | '/customers'
    | '/figures'
    | '/people'
    | '/phrases'
    | '/playbook'
    | '/import'
  readonly text:
    | 'nav.my-day'
    | 'nav.complaints'
    | 'nav.approvals'
    | 'nav.tasks'
    | 'nav.customers'
    | 'nav.figures'
    | 'nav.people'
    | 'nav.phrases'
    | 'nav.playbook'
    | 'nav.import'
  readonly icon: LucideIcon
  readonly group: 'work' | 'files' | 'settings'
  /** Only shown to those whose posts grant one of them. */
  readonly duties?: readonly Me['duties'][number][]
}

const ENTRIES: readonly NavigationEntry[] = [
  { to: '/', text: 'nav.my-day', icon: Sun, group: 'work' },
  { to: '/complaints', text: 'nav.complaints', icon: MessageSquareWarning, group: 'work' },
  {
    to: '/approvals',
    text: 'nav.approvals',
    icon: Stamp,
    group: 'work',
    duties: ['approve'],
  },
  { to: '/tasks', text: 'nav.tasks', icon: PackageCheck, group: 'work' },
  { to: '/customers', text: 'nav.customers', icon: Users, group: 'files' },
  { to: '/figures', text: 'nav.figures', icon: ChartColumn, group: 'files', duties: ['approve'] },
  { to: '/people', text: 'nav.people', icon: UserCog, group: 'settings' },
  { to: '/phrases', text: 'nav.phrases', icon: MessageCircleOff, group: 'settings' },
  {
    to: '/playbook',
    text: 'nav.playbook',
    icon: BookOpenText,
    group: 'settings',
    duties: ['approve', 'administer'],
  },
  { to: '/import', text: 'nav.import', icon: Upload, group: 'settings', duties: ['import'] },
]

export function entriesFor(me: Me): readonly NavigationEntry[] {
  return ENTRIES.filter(
    ({ duties }) => duties === undefined || duties.some((duty) => me.duties.includes(duty)),
  )
}
