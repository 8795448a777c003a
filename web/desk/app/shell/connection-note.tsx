import { Icon, type LiveStatus } from '@yinuo/web-shared'
import { CloudOff } from 'lucide-react'
import { type ReactElement, useEffect, useState } from 'react'
import { useTexts } from '../texts.ts'

const PATIENCE_MS = 4000

/** One ink-coloured line when the live feed has been gone for a while; a short break says nothing. */
export function ConnectionNote({ status }: { readonly status: LiveStatus }): ReactElement | null {
  const t = useTexts()
  const [gone, setGone] = useState(false)
  useEffect(() => {
    if (status === 'open') {
      setGone(false)
      return
    }
    const timer = setTimeout(() => setGone(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [status])
  if (!gone) return null
  return (
    <output className="desk-connection">
      <Icon of={CloudOff} />
      {t('live.closed')}
    </output>
  )
}
