import { maskPhone } from '@yinuo/domain'
import { phoneDigits } from './phone-key.ts'

/**
 * Of a number found by its digits only those that were typed (SYS-09): at the beginning, or at the end, where then the
 * beginning is masked instead, else the two together would be the whole number.
 */
export function maskFoundPhone(phone: string, typed: string): string {
  const digits = phoneDigits(phone)
  if (typed === '' || digits.startsWith(typed) || !digits.endsWith(typed)) {
    const countryCode = phone
      .normalize('NFKC')
      .replace(/\D/g, '')
      .slice(0, -digits.length || undefined)
    return maskPhone(phone, typed === '' ? '' : countryCode + typed)
  }
  let left = typed.length
  return [...phone.normalize('NFKC')]
    .reverse()
    .map((character) => {
      if (!/\d/.test(character)) return character
      left -= 1
      return left >= 0 ? character : '*'
    })
    .reverse()
    .join('')
}
