import type { Cells, Column } from './column.ts'

/** Says what is wrong with one cell. */
export type Say = (column: Column, message: string) => void

const LOST_DIGITS = /^-?\d(?:\.\d+)?E\+\d+$/i

/** Reads the cells of one row as what they should be; what is wrong is said, what is empty is undefined. */
export class RowReader {
  readonly #cells: Cells
  readonly #columns: ReadonlyMap<string, Column>
  readonly #say: Say

  constructor(cells: Cells, columns: readonly Column[], say: Say) {
    this.#cells = cells
    this.#columns = new Map(columns.map((column) => [column.key, column]))
    this.#say = say
  }

  wrong(key: string, message: string): undefined {
    this.#say(this.#column(key), message)
    return undefined
  }

  text(key: string, max: number): string | undefined {
    const cell = this.#cells[key] ?? ''
    const column = this.#column(key)
    if (cell === '') return column.required ? this.wrong(key, `没有填${column.label}`) : undefined
    if (cell.includes('\u0000') || !cell.isWellFormed())
      return this.wrong(key, '含有不能保存的字符')
    if (cell.length > max) return this.wrong(key, `太长，最多 ${max} 个字`)
    return cell
  }

  /** A number that is a name: long ones lose their end where Excel takes them for quantities. */
  code(key: string, max: number): string | undefined {
    const cell = this.text(key, max)?.normalize('NFKC')
    if (cell !== undefined && LOST_DIGITS.test(cell))
      return this.wrong(key, '在 Excel 里被当成数值，末几位已经丢失。请把这一列设为文本，重新填')
    return cell
  }

  phone(key: string): string | undefined {
    const cell = this.code(key, 40)
    if (cell === undefined) return undefined
    if (/[*＊]/.test(cell)) return this.wrong(key, '这是打了星号的号码，不能导入，请填完整的号码')
    if (cell.replace(/\D/g, '').length < 5)
      return this.wrong(key, '不像电话号码，至少要有 5 个数字')
    return cell
  }

  /** `2026-03-02`, `2026/3/2`, `2026年3月2日`, `20260302`, and the day count of Excel. */
  date(key: string): string | undefined {
    const cell = this.text(key, 40)
    if (cell === undefined) return undefined
    const parts =
      /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T].*)?$/.exec(cell) ??
      /^(\d{4})(\d{2})(\d{2})$/.exec(cell)
    const serial = /^[2-6]\d{4}(?:\.\d+)?$/.test(cell) ? Math.floor(Number(cell)) : null
    try {
      if (serial !== null)
        return Temporal.PlainDate.from('1899-12-30').add({ days: serial }).toString()
      const [, year, month, day] = (parts ?? []).map(Number)
      if (year !== undefined && month !== undefined && day !== undefined && year >= 1990)
        return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString()
    } catch {
      // A day that is in no calendar: said below like every other.
    }
    return this.wrong(key, '日期看不懂，请写成 2026-03-02')
  }

  /** More than nothing, at most four decimals; thousands may be parted by commas. Decimal text without needless zeros. */
  quantity(key: string): string | undefined {
    const cell = this.text(key, 40)?.normalize('NFKC').replace(/,/g, '')
    if (cell === undefined) return undefined
    const fits = /^\d{1,9}(?:\.\d{1,4})?$/.test(cell) && Number(cell) > 0
    return fits ? String(Number(cell)) : this.wrong(key, '数量要是大于 0 的数字，单位不要写在这里')
  }

  /** `otherwise` are further words for the same choices, which the hint does not list. */
  choice<Value>(
    key: string,
    choices: ReadonlyMap<string, Value>,
    otherwise: ReadonlyMap<string, Value> = choices,
  ): Value | undefined {
    const cell = this.text(key, 40)?.replace(/\s/g, '')
    if (cell === undefined) return undefined
    const chosen = choices.get(cell) ?? otherwise.get(cell)
    return chosen ?? this.wrong(key, `只能填：${[...choices.keys()].join('、')}`)
  }

  #column(key: string): Column {
    const column = this.#columns.get(key)
    if (column === undefined) throw new Error(`no such column: ${key}`)
    return column
  }
}
