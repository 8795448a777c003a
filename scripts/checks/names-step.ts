import { readFileSync } from 'node:fs'
import path from 'node:path'
import { lengthFault, nameFaults } from './file-names.ts'
import { filesBelow, isCode, REPOSITORY, ROOMS } from './rooms.ts'
import type { Step } from './run-steps.ts'

/** Names and lengths of everything in the rooms; prints the median and the 90th percentile (aim: 80 and 250 lines). */
export const namesStep: Step = {
  name: 'names',
  async run() {
    const folders = [...ROOMS, 'scripts']
    const faults: string[] = []
    const lengths: number[] = []
    for (const folder of folders) {
      const files = filesBelow(folder)
      if (!files.some(isCode)) faults.push(`${folder}/ holds no code yet`)
      for (const file of files) {
        faults.push(...nameFaults(file))
        if (!/\.(tsx?|m?js|css)$/.test(file) || file.includes('.generated.')) continue
        const lines = readFileSync(path.join(REPOSITORY, file), 'utf8').split('\n').length - 1
        lengths.push(lines)
        faults.push(...[lengthFault(file, lines)].filter((fault) => fault !== undefined))
      }
    }
    lengths.sort((a, b) => a - b)
    const at = (share: number) => lengths[Math.floor((lengths.length - 1) * share)] ?? 0
    return {
      ok: faults.length === 0,
      looked: `${lengths.length} files, median ${at(0.5)} lines, 90th percentile ${at(0.9)}`,
      output: faults.join('\n'),
    }
  },
}
