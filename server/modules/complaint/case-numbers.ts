import type { Pool } from 'pg'
import type { OrgId } from '@yinuo/domain'
import { drawNumbers } from './complaint-store.ts'

const BLOCK = 50

type Block = { next: number; end: number; refill: Promise<void> | undefined }

/**
 * Short numbers like `TS-20260302-0001`, unique per organisation and day, drawn in blocks of fifty: a counter touched by
 * every registration halves their rate (commit.md). A stopped program leaves a gap, never a double.
 */
export class CaseNumbers {
  readonly #pool: Pool
  readonly #blocks = new Map<string, Block>()

  constructor(pool: Pool) {
    this.#pool = pool
  }

  async next(orgId: OrgId, prefix: string, day: string): Promise<string> {
    const key = `${orgId}/${prefix}/${day}`
    const block = this.#blocks.get(key) ?? { next: 1, end: 0, refill: undefined }
    this.#blocks.set(key, block)
    while (block.next > block.end) {
      block.refill ??= this.#draw(block, orgId, prefix, day)
      await block.refill
    }
    const number = block.next
    block.next += 1
    return `${prefix}-${day.replaceAll('-', '')}-${String(number).padStart(4, '0')}`
  }

  async #draw(block: Block, orgId: OrgId, prefix: string, day: string): Promise<void> {
    try {
      const first = await drawNumbers(this.#pool, orgId, prefix, day, BLOCK)
      block.next = first
      block.end = first + BLOCK - 1
    } finally {
      block.refill = undefined
    }
    // Yesterday's blocks are of no more use.
    if (this.#blocks.size > 5_000) this.#blocks.clear()
  }
}
