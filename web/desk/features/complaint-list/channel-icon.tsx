import type { Channel } from '@yinuo/domain'
import { Icon } from '@yinuo/web-shared'
import {
  Gavel,
  type LucideIcon,
  MapPin,
  MessagesSquare,
  Phone,
  PhoneCall,
  Printer,
  Star,
  Store,
} from 'lucide-react'
import type { ReactElement } from 'react'

const ICONS: Readonly<Record<Channel, LucideIcon>> = {
  phone: Phone,
  fax: Printer,
  'on-site': MapPin,
  'walk-in': Store,
  chat: MessagesSquare,
  'call-back': PhoneCall,
  review: Star,
  'platform-claim': Gavel,
}

export function ChannelIcon({ channel }: { readonly channel: Channel }): ReactElement {
  return <Icon of={ICONS[channel]} size={14} />
}
