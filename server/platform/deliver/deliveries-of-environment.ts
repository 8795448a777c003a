import type { Deliveries } from './delivery.ts'
import { httpSms } from './http-sms.ts'
import { smtpMail } from './smtp-mail.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** What is set up is there; half a setting is an error, or codes would silently not go out. */
export function deliveriesOf(environment: Environment): Deliveries {
  const sms = pair(environment, 'SMS_URL', 'SMS_TEMPLATE')
  const mail = pair(environment, 'SMTP_URL', 'MAIL_FROM')
  return {
    ...(sms === null
      ? {}
      : {
          sms: httpSms({
            url: sms[0],
            template: sms[1],
            authorization: environment['SMS_AUTHORIZATION'],
          }),
        }),
    ...(mail === null ? {} : { mail: smtpMail({ url: mail[0], from: mail[1] }) }),
  }
}

function pair(
  environment: Environment,
  first: string,
  second: string,
): readonly [string, string] | null {
  const [one, other] = [environment[first], environment[second]]
  if (one === undefined && other === undefined) return null
  if (one === undefined || other === undefined)
    throw new Error(`${first} and ${second} belong together; one of them is not set`)
  return [one, other]
}
