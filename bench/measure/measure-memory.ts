import { setTimeout as sleep } from 'node:timers/promises'
import type { Ground } from '../ground.ts'
import { residentMemory } from '../process-costs.ts'
import { atMost, type Section } from '../report.ts'

const SETTLE_MS = 5_000

export type MemoryFigure = { readonly when: string; readonly rssMb: number; readonly pssMb: number }

/** Memory of the program's process, the database beside it not counted. */
export async function readMemory(ground: Ground, when: string): Promise<MemoryFigure | null> {
  await sleep(SETTLE_MS)
  const memory = residentMemory(ground.program().pid)
  return memory === null ? null : { when, ...memory }
}

export function presentMemory(figures: readonly (MemoryFigure | null)[]): Section {
  const known = figures.filter((figure) => figure !== null)
  const idle = known.find(({ when }) => when === 'idle after the start')
  return {
    title: 'Memory of the program beside the database',
    columns: ['', 'resident MB', 'its own share (PSS) MB'],
    rows: known.map(({ when, rssMb, pssMb }) => [when, rssMb, pssMb]),
    notes: known.length === 0 ? ['no /proc on this system'] : [],
    targets: idle === undefined ? [] : [atMost('resident memory idle, MB', idle.rssMb, 200)],
  }
}
