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
  // Loaded with the first mail: a company without a mail server has no use for it.
  const transport = async () => {
    const { createTransport } = await import('nodemailer')
    return createTransport({ url, ...limits }, { from })
  }
  let opened: ReturnType<typeof transport> | undefined
  return async (contact, text) => {
    const [subject = ''] = text.split('\n')
    opened ??= transport()
    try {
      // As an object: an address with a comma or a line break in it is one address or none.
      await (await opened).sendMail({ to: { name: '', address: contact }, subject, text })
    } catch (error) {
      // The library's errors carry the command they failed at, and with it the receiver.
      throw new Error(`mail was not taken: ${(error as { code?: string }).code ?? 'unknown'}`)
    }
  }
}
