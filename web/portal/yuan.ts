/** Integer fen as yuan with two decimals and grouped thousands; no Intl, which old web views lack. */
export function yuan(fen: number): string {
  const [whole = '0', cents = '00'] = (fen / 100).toFixed(2).split('.')
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${cents}`
}
