import type { IncomingHttpHeaders } from 'node:http'

const SESSION_COOKIE = 'yinuo_session'
const TOKEN = /^[\w-]{43}$/
const WEEK_SECONDS = 7 * 24 * 3600

/** The opaque token from the cookie, or from `Authorization: Bearer` for programs; null when there is none of our shape. */
export function readSessionToken(headers: IncomingHttpHeaders): string | null {
  const bearer = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1]
  const cookie = (headers.cookie ?? '')
    .split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${SESSION_COOKIE}=`))
    ?.slice(SESSION_COOKIE.length + 1)
  const token = bearer ?? cookie ?? ''
  return TOKEN.test(token) ? token : null
}

export function sessionCookie(token: string, secure: boolean): string {
  return `${SESSION_COOKIE}=${token}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${WEEK_SECONDS}${secure ? '; Secure' : ''}`
}

export function clearedCookie(): string {
  return `${SESSION_COOKIE}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0`
}
