import type { PortalAgreement } from '@yinuo/contract'
import {
  type AgreementState,
  civilDate,
  civilMinute,
  type ComplaintState,
  registeredText,
} from '@yinuo/domain'
import type { Directory } from '../../platform/http/principal.ts'
import type { PortalLink } from './link-store.ts'

type Bound = Pick<PortalLink, 'agreementVersion'>

/** The agreement a link is about: the one in force, or one that was put aside since. */
function agreementOf(state: ComplaintState, link: Bound): AgreementState | undefined {
  return [...(state.agreement === null ? [] : [state.agreement]), ...state.formerAgreements].find(
    ({ version }) => version === link.agreementVersion,
  )
}

/** What became of it. An agreement that is no longer in force cannot be signed. */
export function stateOf(state: ComplaintState, link: Bound): PortalAgreement['state'] {
  const agreement = agreementOf(state, link)
  if (agreement === undefined) return 'declined'
  if (agreement.accepted !== null || agreement.confirmedBy !== null) return 'signed'
  return state.agreement?.version === link.agreementVersion ? 'open' : 'declined'
}

/** A7 for its customer, in clear: it is his own name and address. Nothing of opinion or fault is taken over (GDE-08). */
export function presentAgreement(
  state: ComplaintState,
  link: Bound,
  directory: Directory,
): PortalAgreement {
  const agreement = agreementOf(state, link)
  if (agreement === undefined) throw new Error(`case ${state.id} has no such agreement`)
  const { content } = agreement
  const name = (id: string | null): string => directory.people.get(id ?? '')?.name ?? ''
  const remedies = directory.playbooks.get(state.playbook)?.remedies ?? []
  const { accepted, scan } = agreement
  return {
    state: stateOf(state, link),
    company: directory.name,
    handler: name(state.owner),
    number: state.number,
    version: agreement.version,
    salutation: registeredText(state, 'salutation') || registeredText(state, 'reporter'),
    customer: content.customer,
    address: content.address,
    product: content.product,
    problem: content.problem,
    remedies: content.remedies.map(({ remedy, ...line }) => ({
      ...line,
      label: remedies.find(({ key }) => key === remedy)?.label ?? remedy,
    })),
    costFen: content.costFen,
    draftedOn: civilDate(agreement.draftedAt, directory.zone),
    companySigner: name(agreement.companySigner),
    signer: accepted?.signer ?? scan?.signer ?? '',
    signedAt: accepted === null ? (scan?.signedOn ?? '') : civilMinute(accepted.at, directory.zone),
  }
}
