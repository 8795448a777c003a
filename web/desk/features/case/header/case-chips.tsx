import { PARTIES, RISKS } from '@yinuo/domain'
import { Chip, formatFen, useBusinessNow, useVocabulary } from '@yinuo/web-shared'
import { BellRing } from 'lucide-react'
import type { ReactElement } from 'react'
import { useCase, useWhen } from '../case-context.tsx'
import { useTexts } from '../texts.ts'

/** Who complains, how far it may be told on, what each day costs him, whether he had to chase or nothing happens. */
export function CaseChips(): ReactElement {
  const { view, playbook } = useCase()
  const now = useBusinessNow()
  const t = useTexts()
  const v = useVocabulary()
  const when = useWhen()
  const values = view.forms['registration']?.values ?? {}
  const party = PARTIES.find((one) => one === values['party'])
  const risk = RISKS.find((one) => one === values['risk'])
  const loss = values['dailyLoss']
  const idleHours = Number(playbook.settings['idleHours'] ?? 24)
  const quiet = now - Date.parse(view.lastActivityAt) > idleHours * 3_600_000
  return (
    <>
      {view.kind === 'grievance' ? <Chip>{v('kind.grievance')}</Chip> : null}
      {party === undefined ? null : <Chip>{v(`party.${party}`)}</Chip>}
      {risk === undefined ? null : <Chip>{t('head.risk', { risk: v(`risk.${risk}`) })}</Chip>}
      {typeof loss === 'number' && loss > 0 ? (
        <Chip>{t('head.loss', { amount: formatFen(loss) })}</Chip>
      ) : null}
      {view.marks.map((mark) => (
        <Chip key={mark.rule} look="missing">
          {mark.text}
        </Chip>
      ))}
      {quiet && view.closedAt === null ? (
        <Chip look="missing">{t('head.quiet', { hours: idleHours })}</Chip>
      ) : null}
      {view.chasedAt === null || view.closedAt !== null ? null : (
        <Chip look="accent" icon={BellRing}>
          {t('head.chased', { when: when(view.chasedAt) })}
        </Chip>
      )}
    </>
  )
}
