import { createServer } from 'node:http'
import { createServer as createSocketServer, type AddressInfo, type Server } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { deliveriesOf } from './deliveries-of-environment.ts'
import { httpSms } from './http-sms.ts'
import { smtpMail } from './smtp-mail.ts'

const CODE = '【岭川】验证码 123456\n{to}"&'

async function portOf(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return (server.address() as AddressInfo).port
}

/** A gateway that keeps what it was sent. */
async function gateway(status: number) {
  const bodies: string[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (part) => (body += String(part)))
    request.on('end', () => {
      bodies.push(body)
      response.writeHead(status).end(body)
    })
  })
  return { url: `http://127.0.0.1:${await portOf(server)}/`, bodies }
}

/** As much of a mail server as one message needs. */
async function mailServer(receiver: string) {
  const lines: string[] = []
  const server = createSocketServer((socket) => {
    let isMessage = false
    socket.write('220 ready\r\n')
    socket.on('data', (chunk) => {
      for (const line of chunk.toString().split('\r\n').filter(Boolean)) {
        lines.push(line)
        if (isMessage && line !== '.') continue
        isMessage = line === 'DATA'
        if (isMessage) socket.write('354 go on\r\n')
        else if (line.startsWith('RCPT')) socket.write(`${receiver}\r\n`)
        else socket.write(line === 'QUIT' ? '221 bye\r\n' : '250 ok\r\n')
      }
    })
  })
  return { url: `smtp://127.0.0.1:${await portOf(server)}`, lines }
}

test('SYS-27 a text message goes to any gateway, as JSON or as a form, whatever stands in it', async () => {
  const { url, bodies } = await gateway(200)
  await httpSms({ url, template: '{"phone":"{to}","text":"{text}"}' })('13812341234', CODE)
  await httpSms({ url, template: 'phone={to}&text={text}' })('13812341234', CODE)
  expect(JSON.parse(bodies[0] ?? '')).toEqual({ phone: '13812341234', text: CODE })
  expect(Object.fromEntries(new URLSearchParams(bodies[1]))).toEqual({
    phone: '13812341234',
    text: CODE,
  })
})

test('SYS-27 a gateway or mail server that refuses is an error without code and receiver', async () => {
  const { url } = await gateway(500)
  const sms = httpSms({ url, template: 'phone={to}&text={text}' })
  await expect(sms('13812341234', CODE)).rejects.toThrow(/^the SMS gateway answered 500$/)
  const server = await mailServer('550 nobody <luo@example.com>')
  const mail = smtpMail({ url: server.url, from: 'service@example.com' })
  const error = await mail('luo@example.com', CODE).catch((one: unknown) => String(one))
  expect(error).toMatch(/mail was not taken/)
  expect(error).not.toMatch(/luo|123456/)
})

test('SYS-27 mail goes to the one address on file', async () => {
  const server = await mailServer('250 ok')
  await smtpMail({ url: server.url, from: 'service@example.com' })('luo@example.com', CODE)
  expect(server.lines.filter((line) => line.startsWith('RCPT'))).toEqual([
    'RCPT TO:<luo@example.com>',
  ])
  expect(server.lines.find((line) => line.startsWith('Subject:'))).toBeDefined()
})

test('SYS-27 nothing is set up by default, and half a setting is told', () => {
  expect(deliveriesOf({})).toEqual({})
  expect(Object.keys(deliveriesOf({ SMS_URL: 'http://x', SMS_TEMPLATE: '{to}' }))).toEqual(['sms'])
  expect(() => deliveriesOf({ SMTP_URL: 'smtp://x' })).toThrow(/MAIL_FROM/)
})
