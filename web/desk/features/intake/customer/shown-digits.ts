/** The part of a masked number that spells the digits typed, whatever stands between them; empty when there is none. */
export function shownDigits(masked: string, typed: string): string {
  const digits = typed.normalize('NFKC').replaceAll(/\D/g, '')
  if (digits.length < 2) return ''
  const pattern = new RegExp([...digits].join('[-\\s()（）]*'), 'u')
  return pattern.exec(masked)?.[0] ?? ''
}
