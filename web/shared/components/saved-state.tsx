import { CloudCheck, HardDrive } from 'lucide-react'
import type { ReactElement } from 'react'
import { useSharedTexts } from '../i18n/shared-texts.ts'
import { formatTime, type InstantLike } from '../time/format-due.ts'
import { useZone } from '../time/zone.ts'
import { Icon } from './icon.tsx'

export type Saved =
  | { readonly where: 'saving' }
  | { readonly where: 'server'; readonly at: InstantLike }
  | { readonly where: 'device' }

/** Where the words are now. Offline is ink-coloured and no dialog: nothing is wrong, it is saved here. */
export function SavedState({ saved }: { readonly saved: Saved | null }): ReactElement | null {
  const t = useSharedTexts()
  const zone = useZone()
  if (saved === null) return null
  const words =
    saved.where === 'server'
      ? t('saved.server', { time: formatTime(saved.at, zone, true) })
      : t(saved.where === 'device' ? 'saved.device' : 'saved.saving')
  return (
    <output className="y-saved">
      <Icon of={saved.where === 'device' ? HardDrive : CloudCheck} />
      {words}
    </output>
  )
}
