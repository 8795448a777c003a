/**
 * Whose `X-Forwarded-*` headers are believed, from TRUST_PROXY: 1 for a reverse proxy on this machine, else its addresses
 * (`10.0.0.5`, `10.0.0.0/8`, several with commas). Never everybody: then each caller could choose the address by which
 * log-ins are counted (row 29 of reliability.md).
 */
export function trustedProxies(setting: string | undefined): string | false {
  if (setting === undefined || setting === '' || setting === '0') return false
  return setting === '1' ? 'loopback' : setting
}
