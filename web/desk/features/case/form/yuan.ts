const MOST_FEN = 10_000_000_000

/**
 * Integer fen from what people type: `860`, `860.5`, `1,500.00 元`, full-width digits. Null when nothing stands there,
 * undefined when it is no amount. Works on digits alone: floats lose fen.
 */
export function parseYuan(text: string): number | null | undefined {
  const plain = text.normalize('NFKC').replace(/[\s,¥元]/g, '')
  if (plain === '') return null
  const match = /^(\d{1,9})(?:\.(\d{0,2}))?$/.exec(plain)
  if (match === null) return undefined
  const fen = Number(`${match[1]}${(match[2] ?? '').padEnd(2, '0')}`)
  return fen <= MOST_FEN ? fen : undefined
}

/** `860`, `860.50`: as it is typed, without grouping; empty for nothing. */
export function yuanText(fen: number | null): string {
  if (fen === null) return ''
  const digits = String(fen).padStart(3, '0')
  const cents = digits.slice(-2)
  return cents === '00' ? digits.slice(0, -2) : `${digits.slice(0, -2)}.${cents}`
}
