/**
 * Masked for everybody by default (SYS-09): the last four digits of a phone number go, the area code and the beginning stay
 * so that two numbers can be told apart; of an address the district stays. `known` are digits the user typed himself.
 */
export function maskPhone(phone: string, known = ''): string {
  const digits = [...phone].filter(isDigit)
  if (digits.length === 0) return phone === '' ? '' : '****'
  const typed = [...known].filter(isDigit).join('')
  const shownByTyping = typed !== '' && digits.join('').startsWith(typed) ? typed.length : 0
  const keep = Math.max(
    shownByTyping,
    shownOf(digitsOfFirst(phone), digits[0]?.normalize('NFKC') === '1'),
  )
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

/** Three digits of a mobile number; else all but the last four, and with a country code in front no more than eight. */
function shownOf(length: number, mobile: boolean): number {
  return mobile && length >= 11 ? 3 : Math.min(8, Math.max(0, length - 4))
}

/**
 * How many digits belong to the first number. People write extensions and second numbers behind it with any mark between;
 * from seven digits on a mark ends it, or 0519-80001234转8003 would lose its extension only.
 */
function digitsOfFirst(phone: string): number {
  let count = 0
  for (const character of phone) {
    if (isDigit(character)) count += 1
    else if (count >= 7) return count
  }
  return count
}

/** Digits as long as a telephone number, with the marks people write between them; neither a date nor part of a case number. */
const NUMBER_IN_TEXT =
  /(?<![\w-])(?!\d{4}-\d{2}-\d{2})\+?[\d０-９](?:[ -]?[\d０-９]){6,}(?![\w-])/gu

/** A text that somebody typed, with every number in it that could be telephoned masked (SYS-09). */
export function maskNumbersIn(text: string): string {
  return text.replaceAll(NUMBER_IN_TEXT, (number) => maskPhone(number))
}

/** Up to the district, without a digit before it; 小区, 社区, 厂区 and 校区 are houses, not districts. */
const DISTRICT = /^[^\d０-９]{0,24}?(?:(?<![小社厂厰廠校])[区區]|[县縣镇鎮乡鄉旗]|街道)/u

export function maskAddress(address: string): string {
  if (address === '') return ''
  const [beginning = ''] = /^[^\d０-９]{0,3}/u.exec(address) ?? []
  return `${DISTRICT.exec(address)?.[0] ?? beginning}****`
}

function isDigit(character: string): boolean {
  return (character >= '0' && character <= '9') || (character >= '０' && character <= '９')
}
