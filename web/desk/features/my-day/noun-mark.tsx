import type { DayItem } from '@yinuo/contract'
import { Icon } from '@yinuo/web-shared'
import {
  FilePenLine,
  Handshake,
  type LucideIcon,
  MessageSquareWarning,
  PackageCheck,
  PenLine,
  Stamp,
  UserRoundCheck,
} from 'lucide-react'
import type { ReactElement } from 'react'
import { useTexts } from './texts.ts'

const ICONS: Readonly<Record<DayItem['noun'], LucideIcon>> = {
  complaint: MessageSquareWarning,
  promise: Handshake,
  approval: Stamp,
  task: PackageCheck,
  handover: UserRoundCheck,
  scan: PenLine,
  draft: FilePenLine,
}

/** What kind of duty it is: icon and word. */
export function NounMark({ noun }: { readonly noun: DayItem['noun'] }): ReactElement {
  const t = useTexts()
  return (
    <span className="my-day-noun">
      <Icon of={ICONS[noun]} />
      {t(`noun.${noun}`)}
    </span>
  )
}
