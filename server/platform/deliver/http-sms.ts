import { type Deliver, DELIVERY_LIMIT_MS } from './delivery.ts'

export type HttpSmsSettings = {
  readonly url: string
  /** The body as the gateway wants it; `{to}` and `{text}` are put in, escaped for JSON where the template is JSON. */
  readonly template: string
  /** Sent as `Authorization`, where the gateway asks for it. */
  readonly authorization?: string | undefined
}

/** Any gateway that takes one POST per message: JSON or a form, told apart by how the template begins. */
export function httpSms({ url, template, authorization }: HttpSmsSettings): Deliver {
  const isJson = /^\s*[[{]/.test(template)
  const escape = isJson ? inJson : encodeURIComponent
  const type = isJson ? 'application/json' : 'application/x-www-form-urlencoded'
  return async (contact, text) => {
    // One pass: a text that holds `{to}` is a text.
    const body = template.replaceAll(/\{(to|text)\}/g, (_, name: string) =>
      escape(name === 'to' ? contact : text),
    )
    const answer = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': `${type}; charset=utf-8`,
        ...(authorization === undefined ? {} : { authorization }),
      },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(DELIVERY_LIMIT_MS),
    })
    // Gateways like to repeat the message in their answer; none of it is read.
    await answer.body?.cancel()
    if (!answer.ok) throw new Error(`the SMS gateway answered ${answer.status}`)
  }
}

function inJson(value: string): string {
  return JSON.stringify(value).slice(1, -1)
}
