import { Link, useSearch } from '@tanstack/react-router'
import { EmptyState, newActionKey, useMay } from '@yinuo/web-shared'
import { type ReactElement, useState } from 'react'
import './index.css'
import { IntakeDesk } from './intake-desk.tsx'
import { emptyContent } from './draft/content.ts'
import { OpenedIntake } from './opened-intake.tsx'
import { useTexts } from './texts.ts'
import { usePlaybook } from './use-playbook.ts'

/**
 * 登记投诉. `/intake` begins a new one, `/intake?draft=<id>` goes on with one, `/intake?phone=05198000…` comes from a telephone
 * system and starts at once (CMP-01, CMP-10).
 */
export function IntakePage(): ReactElement {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const wanted = textOf(search['draft'])
  const phone = textOf(search['phone'])
  const t = useTexts()
  const mayRecord = useMay('record')
  const fresh = useFreshId(wanted)
  const { code } = usePlaybook()
  const id = wanted ?? fresh
  if (!mayRecord)
    return (
      <div className="y-page">
        <EmptyState sentence={t('may-not')}>
          <Link to="/">{t('may-not.back')}</Link>
        </EmptyState>
      </div>
    )
  if (id === fresh)
    return (
      <IntakeDesk key={id} known={{ id, playbook: code, content: emptyContent() }} phone={phone} />
    )
  return <OpenedIntake key={id} id={id} />
}

/** The id of the draft that the next first keystroke starts; a new one as soon as it has been used and left. */
function useFreshId(wanted: string | undefined): string {
  const [fresh, setFresh] = useState(() => ({ id: newActionKey(), used: false }))
  if (wanted === fresh.id && !fresh.used) setFresh({ ...fresh, used: true })
  if (wanted === undefined && fresh.used) setFresh({ id: newActionKey(), used: false })
  return fresh.id
}

/** The router reads `?phone=05198000` as a number when it can. */
function textOf(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : value
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined
}
