import { builtInPlaybook, workedExample } from '@yinuo/playbooks'
import type { HttpRequest } from './load/http-lanes.ts'

const EXAMPLE = workedExample(builtInPlaybook('LUB'))

export type KnownCustomer = { readonly id: string; readonly name: string }
/** Somebody who records complaints, and the customers of his firm. */
export type RecordingDesk = { readonly token: string; readonly customers: readonly KnownCustomer[] }

/** `POST /complaints` of a customer on file, with every mandatory item of the playbook; desks, customers and texts take turns. */
export function registrationRequests(
  desks: readonly RecordingDesk[],
  texts: readonly string[],
): HttpRequest[] {
  return Array.from({ length: Math.max(desks.length, texts.length) }, (_, index) => {
    const { token, customers } = desks[index % desks.length] as RecordingDesk
    const customer = customers[Math.floor(index / desks.length) % customers.length] as KnownCustomer
    const text = texts[index % texts.length] ?? ''
    return {
      method: 'POST',
      path: '/complaints',
      token,
      body: JSON.stringify(registrationOf(customer, text)),
    }
  })
}

export function registrationOf(customer: KnownCustomer, reason: string): object {
  const { kind, channel } = EXAMPLE.complaint
  return {
    playbook: 'LUB',
    kind,
    channel,
    customerId: customer.id,
    values: { ...EXAMPLE.forms['registration']?.values, company: customer.name, reason },
  }
}
