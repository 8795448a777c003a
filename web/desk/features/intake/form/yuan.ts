/** Reads yuan as people type them (`680`, `1,200.5`, full width) into integer fen; undefined when it is no amount. */
export function fenFromYuan(text: string): number | undefined {
  const plain = text.normalize('NFKC').replaceAll(/[,\s元¥]/g, '')
  const match = /^(\d{1,8})(?:\.(\d{0,2}))?$/.exec(plain)
  if (match === null) return undefined
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
}
