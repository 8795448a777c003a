import { Icon, type LiveStatus } from '@yinuo/web-shared'
import { CloudOff } from 'lucide-react'
import { type ReactElement, useEffect, useState } from 'react'
import { useTexts } from '../texts.ts'

const PATIENCE_MS = 4000

/** One ink-coloured line when the live feed has been gone for a while; a short break says nothing. */
export function ConnectionNote({ status }: { readonly status: LiveStatus }): ReactElement | null {
  return status === 'open' ? null : <Gone />
}

function Gone(): ReactElement | null {
  const t = useTexts()
  const [long, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [])
  if (!long) return null
  return (
    <output className="desk-connection">
      <Icon of={CloudOff} />
      {t('live.closed')}
    </output>
  )
}
