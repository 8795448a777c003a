import type { IncomingHttpHeaders } from 'node:http'

/**
 * A browser says where a mutating request comes from: it must be this very host. Programs that are no browser send neither
 * header and carry no ambient cookie, so they pass (row 26 of reliability.md).
 */
export function isForeignOrigin(headers: IncomingHttpHeaders): boolean {
  const { origin, host } = headers
  if (origin !== undefined) return hostOf(origin) !== host
  const site = headers['sec-fetch-site']
  return site !== undefined && site !== 'same-origin' && site !== 'none'
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host
  } catch {
    return null
  }
}
