import { ActionButton, formatDate, useMe, useVocabulary, useZone } from '@yinuo/web-shared'
import { Printer } from 'lucide-react'
import type { ReactElement } from 'react'
import { useCase } from '../case-context.tsx'
import { EMPTY_FORM, entryOf } from '../form/entries.ts'
import { PlanLines } from '../plan/plan-lines.tsx'
import { useTexts } from '../texts.ts'
import { useShown } from '../use-shown.ts'

/** 处理协议: customer, product and batch, problem, every remedy with its amount, dates and signers; printed as it stands (AGR-02). */
export function AgreementSheet(): ReactElement | null {
  const { view } = useCase()
  const t = useTexts()
  const v = useVocabulary()
  const zone = useZone()
  const me = useMe()
  const { agreement } = view
  const product = useProduct()
  if (agreement === null) return null
  const registration = view.forms['registration']?.values ?? {}
  const { scan } = agreement
  return (
    <article className="case-agreement" aria-label={t('agreement.title')}>
      <header>
        <h3>{t('agreement.title')}</h3>
        <span>{view.number}</span>
        <span className="y-screen-only">
          <ActionButton size="small" icon={Printer} onPress={() => window.print()}>
            {t('agreement.print')}
          </ActionButton>
        </span>
      </header>
      <dl className="y-facts">
        <dt>{t('agreement.company')}</dt>
        <dd>{me.organisation.name}</dd>
        <dt>{t('agreement.customer')}</dt>
        <dd>{String(registration['company'] ?? view.customer?.name ?? '')}</dd>
        <dt>{t('agreement.product')}</dt>
        <dd>{product || t('empty')}</dd>
        <dt>{t('agreement.problem')}</dt>
        <dd className="y-words">{String(registration['reason'] ?? '')}</dd>
        <dt>{t('agreement.date')}</dt>
        <dd>{formatDate(agreement.draftedAt, zone)}</dd>
      </dl>
      <PlanLines plan={agreement.plan} />
      <div className="case-signatures y-keep-together">
        <p>
          <span>{t('agreement.we')}</span>
          <b>{agreement.companySigner?.name ?? t('agreement.unsigned')}</b>
        </p>
        <p>
          <span>{t('agreement.they')}</span>
          <b>
            {scan === null
              ? t('agreement.unsigned')
              : t('agreement.signed', {
                  name: scan.signer,
                  date: scan.signedOn,
                  means: v(`signing.${scan.means}`),
                })}
          </b>
        </p>
      </div>
    </article>
  )
}

/** Product, specification and batch as found out, else as registered. */
function useProduct(): string {
  const { view, playbook } = useCase()
  const shown = useShown()
  return ['productName', 'spec', 'batch']
    .map((key) => {
      for (const form of ['finding-out', 'registration']) {
        const field = playbook.forms[form]?.fields.find((one) => one.key === key)
        const entry = entryOf(view.forms[form] ?? EMPTY_FORM, key)
        if (field !== undefined && entry.value !== null) return shown(field, entry)
      }
      return ''
    })
    .filter((part) => part !== '')
    .join('，')
}
