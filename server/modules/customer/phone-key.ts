/** Digits of a number whatever stands between them; full-width ones too. The country code of a mobile number is dropped. */
export function phoneDigits(phone: string): string {
  const digits = phone.normalize('NFKC').replace(/\D/g, '')
  return /^(?:00)?86(1\d{10})$/.exec(digits)?.[1] ?? digits
}

export function reversed(digits: string): string {
  return [...digits].reverse().join('')
}

/** All texts that begin with a prefix (ASCII), in byte order: from `from`, before `before`. A range an index can serve. */
export function prefixRange(prefix: string): { readonly from: string; readonly before: string } {
  const last = prefix.length - 1
  const before = prefix.slice(0, last) + String.fromCharCode(prefix.charCodeAt(last) + 1)
  return { from: prefix, before }
}
