import type { Ground } from '../ground.ts'
import { atMost, type Section } from '../report.ts'
import { median } from '../statistics.ts'

const STARTS = 5

/** From spawning the program on data that exists to its first answer over HTTP; its PostgreSQL starts with it. */
export async function measureStart(ground: Ground): Promise<Section> {
  const seconds: number[] = []
  for (let start = 0; start < STARTS; start += 1) seconds.push((await ground.restart()) / 1000)
  return {
    title: `Cold start on initialised data, ${STARTS} times`,
    columns: ['', 'median s', 'worst s'],
    rows: [['node server/main.ts → first answer', median(seconds), Math.max(...seconds)]],
    targets: [atMost('cold start, s', median(seconds), 3)],
  }
}
