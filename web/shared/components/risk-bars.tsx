import { type Risk, RISKS } from '@yinuo/domain'
import type { ReactElement } from 'react'
import { useSharedTexts } from '../i18n/shared-texts.ts'
import { useVocabulary } from '../i18n/vocabulary.ts'

/** Word-of-mouth risk: three ink bars and the word; it borrows no status colour. */
export function RiskBars({ risk }: { readonly risk: Risk | null }): ReactElement | null {
  const v = useVocabulary()
  const t = useSharedTexts()
  if (risk === null) return null
  const level = RISKS.indexOf(risk)
  return (
    <span className={`y-risk${risk === 'high' ? ' y-risk-high' : ''}`}>
      <span className="y-risk-bars" aria-hidden>
        {RISKS.map((step, index) => (
          <i key={step} className={index <= level ? 'y-risk-on' : ''} />
        ))}
      </span>
      <span className="y-spoken">{t('risk.label')}</span>
      {v(`risk.${risk}`)}
    </span>
  )
}
