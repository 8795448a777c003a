/** The ZIP that an .xlsx is. */
export function isWorkbook(bytes: Buffer): boolean {
  return bytes.toString('latin1', 0, 4) === 'PK\x03\x04'
}

/** The container of Excel 97–2003, and of workbooks with a password. */
export function isOldWorkbook(bytes: Buffer): boolean {
  return bytes.toString('latin1', 0, 4) === '\xd0\xcf\x11\xe0'
}
