export type Row = { readonly label: string; readonly value: string }
export type Signature = { readonly label: string; readonly name: string; readonly date: string }

/** What a sheet is made of, from top to bottom; labels and values are already in words. */
export type Block =
  | { readonly kind: 'facts'; readonly title: string; readonly rows: readonly Row[] }
  | {
      readonly kind: 'table'
      readonly title: string
      readonly heads: readonly string[]
      readonly rows: readonly (readonly string[])[]
      /** How many columns at the end are figures. */
      readonly figures: number
      readonly total: string
    }
  | { readonly kind: 'signatures'; readonly signatures: readonly Signature[] }
  /** The next one begins a sheet of its own: it goes to somebody else. */
  | { readonly kind: 'new-sheet' }

export type Paper = { readonly title: string; readonly blocks: readonly Block[] }
