import type { ComplaintView } from '@yinuo/contract'
import { Link } from '@tanstack/react-router'
import { Icon, formatDate, useMe, useVocabulary, useZone } from '@yinuo/web-shared'
import { Printer } from 'lucide-react'
import type { ReactElement } from 'react'
import { useCase, useWhen } from '../case-context.tsx'
import { PlanLines } from '../plan/plan-lines.tsx'
import { useTexts } from '../texts.ts'

type Agreement = NonNullable<ComplaintView['agreement']>

/** The agreement in force and, folded, those before it (AGR-04). */
export function AgreementSheet(): ReactElement {
  const { view } = useCase()
  return (
    <>
      {view.agreement === null ? null : <Sheet agreement={view.agreement} printable />}
      <FormerAgreements />
    </>
  )
}

/** AGR-04: void or carried out, still to be read. */
export function FormerAgreements(): ReactElement | null {
  const { view } = useCase()
  const t = useTexts()
  const when = useWhen()
  if (view.formerAgreements.length === 0) return null
  return (
    <section className="case-former y-screen-only" aria-label={t('agreement.former')}>
      {view.formerAgreements.map((former) => (
        <details key={former.version}>
          <summary>
            {t(former.fulfilled ? 'agreement.fulfilled' : 'agreement.void', {
              version: former.version,
              when: when(former.endedAt),
              reason: former.reason,
            })}
          </summary>
          <Sheet agreement={former} />
        </details>
      ))}
    </section>
  )
}

/** 处理协议: customer, product and batch, problem, every remedy with amount and day, dates and signers; printed as it stands (AGR-02). */
function Sheet(props: {
  readonly agreement: Agreement
  readonly printable?: boolean
}): ReactElement {
  const { agreement, printable = false } = props
  const { view } = useCase()
  const t = useTexts()
  const v = useVocabulary()
  const zone = useZone()
  const me = useMe()
  return (
    <article className="case-agreement" aria-label={t('agreement.title')}>
      <header>
        <h3>{t('agreement.title')}</h3>
        <span>{view.number}</span>
        {agreement.version > 1 ? (
          <span>{t('agreement.version', { version: agreement.version })}</span>
        ) : null}
        {printable ? (
          <span className="y-screen-only">
            <Link
              to="/print/complaints/$id/$form"
              params={{ id: view.id, form: 'agreement' }}
              className="y-button y-button-outlined y-button-small"
            >
              <Icon of={Printer} />
              {t('agreement.print')}
            </Link>
          </span>
        ) : null}
      </header>
      <dl className="y-facts">
        <dt>{t('agreement.company')}</dt>
        <dd>{me.organisation.name}</dd>
        <dt>{t('agreement.customer')}</dt>
        <dd>{agreement.customer}</dd>
        <dt>{t('agreement.product')}</dt>
        <dd>{agreement.product || t('empty')}</dd>
        <dt>{t('agreement.problem')}</dt>
        <dd className="y-words">{agreement.problem}</dd>
        <dt>{t('agreement.date')}</dt>
        <dd>{formatDate(agreement.draftedAt, zone)}</dd>
      </dl>
      <PlanLines plan={agreement} />
      <div className="case-signatures y-keep-together">
        <p>
          <span>{t('agreement.we')}</span>
          <b>
            {agreement.companySigner === null || agreement.companySigned === null
              ? t('agreement.unsigned')
              : t('agreement.signed', {
                  name: agreement.companySigner.name,
                  date: formatDate(agreement.companySigned.at, zone),
                  means: agreement.companySigned.postLabel,
                })}
          </b>
        </p>
        <p>
          <span>{t('agreement.they')}</span>
          <b>{theirs(agreement, t, v, zone)}</b>
        </p>
      </div>
    </article>
  )
}

/** SYS-27: by his own code, or on a scan. */
function theirs(
  { accepted, scan }: Agreement,
  t: ReturnType<typeof useTexts>,
  v: ReturnType<typeof useVocabulary>,
  zone: string,
): string {
  if (accepted !== null)
    return t('agreement.signed', {
      name: accepted.signer,
      date: formatDate(accepted.at, zone),
      means: accepted.contact,
    })
  if (scan === null) return t('agreement.unsigned')
  return t('agreement.signed', {
    name: scan.signer,
    date: scan.signedOn,
    means: v(`signing.${scan.means}`),
  })
}
