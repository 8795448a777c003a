import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { type Ground, prepareGround, type Sizes } from './ground.ts'
import { type MachineFacts, machineFacts } from './machine.ts'
import { measureCustomerSearch } from './measure/measure-customer-search.ts'
import { type MemoryFigure, presentMemory, readMemory } from './measure/measure-memory.ts'
import { measurePages } from './measure/measure-pages.ts'
import { measureRegistration } from './measure/measure-registration.ts'
import { measureSpread } from './measure/measure-spread.ts'
import { measureStart } from './measure/measure-start.ts'
import { printSection, printTargets, type Section } from './report.ts'
import { summariseProfile } from './summarise-profile.ts'

/** Pages first, at the cases the fill made: registration adds three times as many in its minutes. */
const MEASUREMENTS = {
  pages: measurePages,
  customers: measureCustomerSearch,
  registration: measureRegistration,
  spread: measureSpread,
} as const satisfies Record<string, (ground: Ground) => Promise<Section>>
const NAMES = [...Object.keys(MEASUREMENTS), 'memory', 'start'] as const

const FULL: Sizes = {
  customers: 100_000,
  cases: 100_000,
  organisations: 100,
  warmUpMs: 1_000,
  measureMs: 4_000,
  rounds: 5,
}
/** To see that everything runs; the figures are rough. */
const QUICK: Sizes = {
  customers: 5_000,
  cases: 5_000,
  organisations: 100,
  warmUpMs: 500,
  measureMs: 1_500,
  rounds: 3,
}

const { values: asked } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: [] },
    quick: { type: 'boolean', default: false },
    /** Exit code 1 when a target is missed. */
    strict: { type: 'boolean', default: false },
    /** Runs the program under the profiler and prints where its processor time went. */
    profile: { type: 'boolean', default: false },
  },
})
const unknown = asked.only.filter((name) => !NAMES.includes(name))
if (unknown.length > 0) {
  console.error(`--only knows ${NAMES.join(', ')}; not ${unknown.join(', ')}`)
  process.exit(2)
}
const wants = (name: string): boolean => asked.only.length === 0 || asked.only.includes(name)

const PROFILE = 'program.cpuprofile'

async function bench(): Promise<void> {
  const began = performance.now()
  const sizes = asked.quick ? QUICK : FULL
  const profileFolder = path.join(import.meta.dirname, 'results', 'profile')
  console.log('preparing …')
  const ground = await prepareGround(
    sizes,
    asked.profile
      ? ['--cpu-prof', `--cpu-prof-dir=${profileFolder}`, `--cpu-prof-name=${PROFILE}`]
      : [],
  )
  try {
    const machine = await machineFacts(ground.admin, ground.dataDir)
    printMachine(machine, performance.now() - began)
    const sections = await measureAll(ground)
    const targets = sections.flatMap((section) => section.targets)
    printTargets(targets)
    const missed = targets.filter(({ met }) => !met).length
    console.log(`\n${targets.length - missed} of ${targets.length} targets met`)
    if (asked.profile) {
      await ground.program().stop()
      console.log(summariseProfile(path.join(profileFolder, PROFILE)))
    }
    console.log(`written to ${keep({ machine, sizes, quick: asked.quick, sections })}`)
    if (asked.strict && missed > 0) process.exitCode = 1
  } finally {
    await ground.remove()
  }
}

async function measureAll(ground: Ground): Promise<Section[]> {
  const sections: Section[] = []
  const show = (section: Section): void => {
    printSection(section)
    sections.push(section)
  }
  const memory: (MemoryFigure | null)[] = []
  const weigh = async (when: string): Promise<void> => {
    if (wants('memory')) memory.push(await readMemory(ground, when))
  }
  await weigh('idle after the start')
  for (const [name, measure] of Object.entries(MEASUREMENTS)) {
    if (!wants(name)) continue
    show(await measure(ground))
    await weigh(`idle after ${name}`)
  }
  if (wants('memory')) show(presentMemory(memory))
  if (wants('start')) show(await measureStart(ground))
  return sections
}

function printMachine(machine: MachineFacts, preparedMs: number): void {
  const { processor, cores, memoryMb, system, fileSystem, node, postgres } = machine
  console.log(`prepared in ${(preparedMs / 1000).toFixed(0)} s`)
  console.log(
    `${processor}, ${cores} cores, ${memoryMb} MB, ${system}, ${fileSystem || 'unknown file system'}`,
  )
  console.log(
    `Node ${node}, PostgreSQL ${postgres['server_version']}, fsync ${postgres['fsync']}, synchronous_commit ${postgres['synchronous_commit']}, full_page_writes ${postgres['full_page_writes']}; commit ${machine.commit}, ${machine.changedFiles} changed files; load before ${machine.loadAverageBefore[0]?.toFixed(1)}`,
  )
}

function keep(result: {
  readonly machine: MachineFacts
  readonly sizes: Sizes
  readonly quick: boolean
  readonly sections: readonly Section[]
}): string {
  const folder = path.join(import.meta.dirname, 'results')
  mkdirSync(folder, { recursive: true })
  const file = path.join(
    folder,
    `${result.machine.at.slice(0, 19).replaceAll(':', '-').toLowerCase()}.json`,
  )
  writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`)
  return path.relative(process.cwd(), file)
}

await bench()
