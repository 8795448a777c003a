import { performance } from 'node:perf_hooks'
import type { Pool } from 'pg'
import { callFunction } from '../database/index.ts'
import { inTime } from './in-time.ts'
import type { CommitmentFigures } from './metrics.ts'

/** It counts all commitments there are (some 50 ms for 100,000): not more often than this, however many ask. */
const FRESH_MS = 15_000
const PATIENCE_MS = 3_000

type Row = {
  readonly running: number
  readonly late: number
  readonly unfired: number
  readonly behind_seconds: number
}

/** Reads the figures of all organisations together; null when the database does not answer in time. */
export function commitmentFigures(pool: Pool): () => Promise<CommitmentFigures | null> {
  let known: { readonly at: number; readonly figures: CommitmentFigures } | undefined
  return async () => {
    if (known !== undefined && performance.now() - known.at < FRESH_MS) return known.figures
    const rows = await inTime(
      callFunction<Row>(pool, 'select * from commitment_figures()'),
      PATIENCE_MS,
    )
    const [row] = rows ?? []
    if (row === undefined) return null
    const { behind_seconds: behindSeconds, ...counts } = row
    known = { at: performance.now(), figures: { ...counts, behindSeconds } }
    return known.figures
  }
}
