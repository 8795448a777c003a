import { type ReactElement, useEffect, useState } from 'react'
import { useSharedTexts } from '../i18n/shared-texts.ts'

const DELAY_MS = 300

/** Grey rows of the real height, only after 300 ms: what answers at once never flickers. */
export function SkeletonRows(props: {
  readonly rows?: number
  readonly height?: number
}): ReactElement | null {
  const { rows = 8, height = 48 } = props
  const [late, setLate] = useState(false)
  const t = useSharedTexts()
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), DELAY_MS)
    return () => clearTimeout(timer)
  }, [])
  if (!late) return null
  return (
    <output className="y-skeleton" aria-label={t('loading')}>
      {Array.from({ length: rows }, (_, index) => (
        <span key={index} style={{ blockSize: height }}>
          <i style={{ inlineSize: '88px' }} />
          <i style={{ inlineSize: `${30 + ((index * 17) % 40)}%` }} />
        </span>
      ))}
    </output>
  )
}
