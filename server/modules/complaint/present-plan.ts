import {
  type AgreementState,
  alternativesInOrder,
  approvedOf,
  type ComplaintState,
  planClass,
  type PlanContent,
  type Playbook,
} from '@yinuo/domain'
import type { ComplaintView } from '@yinuo/contract'

type PlanView = NonNullable<ComplaintView['plan']>
type PersonOf = (id: string) => { id: string; name: string }

/** A plan with what the program makes of it: its class, and the other ways in their order (NEG-14). */
export function presentPlan(
  content: PlanContent,
  playbook: Playbook,
): Pick<PlanView, 'content' | 'class' | 'alternatives'> {
  return {
    content: contentOf(content),
    class: planClass(content, playbook),
    alternatives: [...alternativesInOrder(content, playbook)],
  }
}

/** What an approval that stands covers (NEG-11). */
export function approvedContent(state: ComplaintState): PlanView['approved'] {
  const approved = approvedOf(state.plan)
  return approved === null ? null : contentOf(approved)
}

export function presentAgreement(
  { content, ...agreement }: AgreementState,
  person: PersonOf,
  playbook: Playbook,
): NonNullable<ComplaintView['agreement']> {
  const { customer, product, problem, remedies, costFen } = content
  const { version, draftedAt, companySigner, companySigned, scan, confirmedBy, accepted } =
    agreement
  return {
    version,
    customer,
    product,
    problem,
    remedies: [...remedies],
    costFen,
    draftedAt,
    companySigner: companySigner === null ? null : person(companySigner),
    companySigned:
      companySigned === null
        ? null
        : {
            postLabel: playbook.posts[companySigned.post]?.label ?? companySigned.post,
            at: companySigned.at,
          },
    scan: scan === null ? null : { ...scan, filedBy: person(scan.filedBy) },
    confirmedBy: confirmedBy === null ? null : person(confirmedBy),
    accepted: accepted && {
      signer: accepted.signer,
      at: accepted.at,
      contact: accepted.contact,
    },
  }
}

function contentOf(content: PlanContent): PlanView['content'] {
  return {
    ...content,
    remedies: [...content.remedies],
    alternatives: [...content.alternatives],
  }
}
