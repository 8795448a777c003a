import { createHash } from 'node:crypto'
import { Transform, type TransformCallback } from 'node:stream'

/** What a copied table holds; equal for equal rows, wherever and whenever they are copied. */
export type Digest = { readonly rows: number; readonly bytes: number; readonly sha256: string }

const LINE_END = 0x0a

/** Hands on what PostgreSQL's COPY writes as text, and counts it: a line is a row, for line ends in values are escaped. */
export class RowDigest extends Transform {
  readonly #hash = createHash('sha256')
  #rows = 0
  #bytes = 0

  override _transform(piece: Buffer, _encoding: string, done: TransformCallback): void {
    this.#hash.update(piece)
    this.#bytes += piece.length
    for (let at = piece.indexOf(LINE_END); at >= 0; at = piece.indexOf(LINE_END, at + 1))
      this.#rows += 1
    done(null, piece)
  }

  /** Once everything has passed. */
  digest(): Digest {
    return { rows: this.#rows, bytes: this.#bytes, sha256: this.#hash.digest('hex') }
  }
}
