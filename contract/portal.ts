import { z } from 'zod'
import { remedyLine } from './complaint-view.ts'
import { route } from './route.ts'
import { idParams, instant, okay, personRef, said } from './shapes.ts'

/** How a link and a code reach the customer: by the contact on file, nothing else (SYS-27). */
export const PORTAL_MEANS = ['sms', 'mail'] as const

/** 43 characters of base64url; whoever has it can ask for a code, and nothing more. */
const secret = z.string().regex(/^[\w-]{43}$/)

/** What the case page tells about the customer's link. */
export const portalLinkView = z.object({
  /** How it would go out; null where no contact on file can be reached by code. */
  means: z.enum(PORTAL_MEANS).nullable(),
  contact: z.string(),
  /** Whether this installation can send by these means at all; without it the scan remains. */
  canSend: z.boolean(),
  link: z
    .object({
      sentAt: instant,
      sentBy: personRef,
      expiresAt: instant,
      state: z.enum(['open', 'expired', 'revoked']),
    })
    .nullable(),
  /** Once, to whoever sent it: it opens nothing without the code. */
  url: z.string().nullable(),
})
export type PortalLinkView = z.output<typeof portalLinkView>

/** A7 as the customer reads it; nothing of opinion or fault stands in it (GDE-08). */
export const portalAgreement = z.object({
  state: z.enum(['open', 'signed', 'declined']),
  company: z.string(),
  handler: z.string(),
  number: z.string(),
  version: z.int(),
  salutation: z.string(),
  customer: z.string(),
  address: z.string(),
  product: z.string(),
  problem: z.string(),
  remedies: z.array(remedyLine.omit({ remedy: true }).extend({ label: z.string() })),
  costFen: z.int(),
  draftedOn: z.string(),
  companySigner: z.string(),
  signer: z.string(),
  /** The organisation's wall clock, `2026-03-02 15:40`. */
  signedAt: z.string(),
})
export type PortalAgreement = z.output<typeof portalAgreement>

export const portalRoutes = {
  readLink: route({
    method: 'GET',
    path: '/complaints/:id/portal-link',
    summary: '给客户的签字链接：能不能发、发了没有',
    access: 'session',
    params: idParams,
    output: portalLinkView,
  }),
  sendLink: route({
    method: 'POST',
    path: '/complaints/:id/portal-link',
    summary: '把签字链接发到客户在案的号码或邮箱；以前的链接作废（SYS-27）',
    access: 'session',
    params: idParams,
    output: portalLinkView,
  }),
  revokeLink: route({
    method: 'POST',
    path: '/complaints/:id/portal-link/revoke',
    summary: '让签字链接作废',
    access: 'session',
    params: idParams,
    body: z.object({ reason: said(500) }),
    output: portalLinkView,
  }),
  look: route({
    method: 'POST',
    path: '/portal/look',
    summary: '客户打开链接：只说是哪家公司的什么事，不含个人内容',
    access: 'public',
    body: z.object({ token: secret }),
    output: z.object({ company: z.string(), means: z.enum(PORTAL_MEANS), expiresAt: instant }),
  }),
  sendCode: route({
    method: 'POST',
    path: '/portal/code',
    summary: '把验证码发到在案的号码或邮箱；10 分钟内有效',
    access: 'public',
    body: z.object({ token: secret }),
    output: okay,
  }),
  open: route({
    method: 'POST',
    path: '/portal/open',
    summary: '凭验证码读处理协议；一个验证码最多试 5 次',
    access: 'public',
    body: z.object({ token: secret, code: z.string().regex(/^\d{6}$/) }),
    output: z.object({ pass: secret, agreement: portalAgreement }),
  }),
  answer: route({
    method: 'POST',
    path: '/portal/answer',
    summary: '客户签字，或写明不同意什么（AGR-01、AGR-04）',
    access: 'public',
    body: z.object({
      token: secret,
      pass: secret,
      answer: z.discriminatedUnion('accepted', [
        z.object({ accepted: z.literal(true), signer: said(80) }),
        z.object({ accepted: z.literal(false), objections: said(2000) }),
      ]),
    }),
    output: portalAgreement,
  }),
}
