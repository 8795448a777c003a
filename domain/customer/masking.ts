/**
 * Masked for everybody by default (SYS-09): the last four digits of a phone number go, the area code and the beginning stay
 * so that two numbers can be told apart; of an address the district stays. `known` are digits the user typed himself.
 */
export function maskPhone(phone: string, known = ''): string {
  const digits = [...phone].filter(isDigit)
  if (digits.length === 0) return phone === '' ? '' : '****'
  const typed = [...known].filter(isDigit).join('')
  const shownByTyping = typed !== '' && digits.join('').startsWith(typed) ? typed.length : 0
  const shown = Math.max(
    shownByTyping,
    digits.length >= 11 && digits[0] === '1' ? 3 : Math.max(0, digits.length - 4),
  )
  const keep = Math.min(shown, Math.max(shownByTyping, digits.length - 4))
  let seen = 0
  let masked = ''
  for (const character of phone) {
    if (isDigit(character)) {
      seen += 1
      masked += seen <= keep ? character : '*'
    } else if (seen < keep || masked === '') masked += character
  }
  return masked
}

const DISTRICT = /^.{0,24}?(?:[区县镇乡旗]|街道|新区)/u

export function maskAddress(address: string): string {
  if (address === '') return ''
  const district = DISTRICT.exec(address)?.[0] ?? [...address].slice(0, 3).join('')
  return `${district}****`
}

function isDigit(character: string): boolean {
  return (character >= '0' && character <= '9') || (character >= '０' && character <= '９')
}
