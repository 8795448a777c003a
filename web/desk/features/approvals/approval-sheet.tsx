import { api } from '@yinuo/contract'
import { Avatar, formatFen, formatWhen, useRead, useVocabulary, useZone } from '@yinuo/web-shared'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { ApprovalClock } from './approval-row.tsx'
import { DecisionForm } from './decision-form.tsx'
import { Fact, PlanFacts } from './plan-facts.tsx'
import { useTexts } from './texts.ts'
import type { WaitingApproval } from './waiting-approval.ts'
import { factsOf } from './weighed-facts.ts'

/** In the order a leader reads: who asks for what and until when, the amount and what it buys, what the customer wants, what was said before. */
export function ApprovalSheet(props: {
  readonly approval: WaitingApproval
  readonly now: number
}): ReactElement {
  const { approval, now } = props
  const t = useTexts()
  const v = useVocabulary()
  const zone = useZone()
  const { data: playbook } = useRead(api.playbook.read, { params: { code: approval.playbook } }, [
    'playbook',
    approval.playbook,
  ])
  const { author, ending, plan, record } = approval
  const asked = record === null ? undefined : playbook?.records[record.kind]
  const endingLabel = ending === null ? '' : v(`ending.${ending.ending}`)
  return (
    <article className="approvals-sheet" aria-label={approval.number}>
      <div className="approvals-body">
        <header>
          <div className="approvals-head">
            <h2>{approval.customer}</h2>
            <ApprovalClock approval={approval} now={now} />
          </div>
          <p className="approvals-meta">
            {approval.number}，{approval.reason}
            {approval.dailyLossFen === null || approval.dailyLossFen === 0
              ? ''
              : `，${t('loss', { amount: formatFen(approval.dailyLossFen) })}`}
          </p>
          <p className="approvals-author">
            <Avatar name={author.name} />
            {record !== null
              ? t('asked', { name: author.name, what: asked?.label ?? '' })
              : ending === null
                ? t('submitted', {
                    name: author.name,
                    when:
                      approval.submittedAt === null
                        ? ''
                        : formatWhen(approval.submittedAt, now, zone),
                  })
                : t('proposed', { name: author.name, ending: endingLabel })}
            <Link to="/complaints/$id" params={{ id: approval.complaintId }}>
              {t('whole')}
            </Link>
          </p>
        </header>
        {plan === null || playbook === undefined ? null : (
          <PlanFacts approval={approval} plan={plan} playbook={playbook} />
        )}
        {record === null || playbook === undefined ? null : (
          <section>
            <dl className="y-facts">
              {factsOf(asked?.fields ?? [], record.values, playbook.choices, {
                yes: t('yes'),
                no: t('no'),
              }).map((fact) => (
                <Fact key={fact.label} {...fact} />
              ))}
            </dl>
          </section>
        )}
        {ending === null ? null : (
          <section>
            <h3>{t('end.reason')}</h3>
            <p className="y-words">{ending.reason}</p>
          </section>
        )}
        <Before approval={approval} now={now} />
        <Sums approval={approval} />
      </div>
      <DecisionForm approval={approval} endingLabel={endingLabel} />
    </article>
  )
}

function Before(props: {
  readonly approval: WaitingApproval
  readonly now: number
}): ReactElement | null {
  const t = useTexts()
  const v = useVocabulary()
  const zone = useZone()
  if (props.approval.before.length === 0) return null
  return (
    <section>
      <h3>{t('before')}</h3>
      <ul className="approvals-before">
        {props.approval.before.map((one) => (
          <li key={one.at}>
            <span>
              {t('before.one', {
                when: formatWhen(one.at, props.now, zone),
                name: one.by.name,
                decision: v(`decision.${one.decision}`),
              })}
              {one.costFen === null
                ? ''
                : `，${t('before.amount', { amount: formatFen(one.costFen) })}`}
            </span>
            {one.remarks === '' ? null : <span className="y-words">{one.remarks}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Against splitting: one compensation in three pieces shows here as what it is. */
function Sums({ approval }: { readonly approval: WaitingApproval }): ReactElement {
  const t = useTexts()
  const { caseFen, customerFen, authorFen, authorCount } = approval.sums
  return (
    <section>
      <h3>{t('sums')}</h3>
      <p className="approvals-sums">
        <span>{t('sums.case', { amount: formatFen(caseFen) })}</span>
        <span>{t('sums.customer', { amount: formatFen(customerFen) })}</span>
        <span>
          {t('sums.author', {
            name: approval.author.name,
            count: authorCount,
            amount: formatFen(authorFen),
          })}
        </span>
      </p>
    </section>
  )
}
