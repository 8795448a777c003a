/** A column of a list: what it is called in the template, and what else people call it. */
export type Column = {
  readonly key: string
  readonly label: string
  readonly aliases: readonly string[]
  readonly required?: true
  /** How to fill it in, for the second sheet of the template. */
  readonly hint: string
  readonly example: string
}

/** The cells of a row by column; only columns that the file has. */
export type Cells = Readonly<Record<string, string>>

export type RowError = {
  readonly row: number
  /** Label of the column; empty when the whole row is meant. */
  readonly column: string
  readonly value: string
  readonly message: string
}
