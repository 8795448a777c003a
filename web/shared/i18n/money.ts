/** `1,500.00` from integer fen; the unit 元 is written by the caller. */
export function formatFen(fen: number | bigint): string {
  const value = BigInt(fen)
  const sign = value < 0n ? '-' : ''
  const whole = (value < 0n ? -value : value).toString().padStart(3, '0')
  return `${sign}${whole.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',')}.${whole.slice(-2)}`
}
