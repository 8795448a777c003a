import type { PortalAgreement, Problem } from '@yinuo/contract'
import { TEXTS } from './texts.ts'

export type Company = { readonly company: string; readonly means: 'sms' | 'mail' }
export type Opened = { readonly pass: string; readonly agreement: PortalAgreement }
export type Answer =
  | { readonly accepted: true; readonly signer: string }
  | { readonly accepted: false; readonly objections: string }

/** A refusal in words for the customer. */
class Refused extends Error {}

async function call<Output>(name: string, body: object): Promise<Output> {
  let answer: Response
  let told: unknown
  try {
    answer = await fetch(`/api/v1/portal/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      credentials: 'omit',
    })
    told = await answer.json()
  } catch {
    throw new Refused(TEXTS.offline)
  }
  if (!answer.ok) throw new Refused((told as Partial<Problem>).message ?? TEXTS.offline)
  return told as Output
}

/** The calls of one link. Its token goes in the body: addresses end up in logs. */
export function callsOf(token: string) {
  return {
    look: () => call<Company>('look', { token }),
    sendCode: () => call<{ ok: true }>('code', { token }),
    open: (code: string) => call<Opened>('open', { token, code }),
    answer: (pass: string, answer: Answer) =>
      call<PortalAgreement>('answer', { token, pass, answer }),
  }
}
export type Calls = ReturnType<typeof callsOf>
