import { createTransport } from 'nodemailer'
import { type Deliver, DELIVERY_LIMIT_MS } from './delivery.ts'

export type SmtpSettings = {
  /** `smtp://user:password@host:587` or `smtps://…`. */
  readonly url: string
  /** Sender as the customer sees it, `常州岭川 <service@example.com>`. */
  readonly from: string
}

/** Plain text mail over SMTP; its first line is the subject. */
export function smtpMail({ url, from }: SmtpSettings): Deliver {
  const limits = {
    connectionTimeout: DELIVERY_LIMIT_MS,
    greetingTimeout: DELIVERY_LIMIT_MS,
    socketTimeout: DELIVERY_LIMIT_MS,
  }
  const transport = createTransport({ url, ...limits }, { from })
  return async (contact, text) => {
    const [subject = ''] = text.split('\n')
    try {
      // As an object: an address with a comma or a line break in it is one address or none.
      await transport.sendMail({ to: { name: '', address: contact }, subject, text })
    } catch (error) {
      // The library's errors carry the command they failed at, and with it the receiver.
      throw new Error(`mail was not taken: ${(error as { code?: string }).code ?? 'unknown'}`)
    }
  }
}
