import { readFileSync, readdirSync } from 'node:fs'

/** The kernel counts processor time in hundredths of a second towards user space, on every Linux. */
const TICK_MS = 10

export type ProcessorTime = { readonly programMs: number; readonly databaseMs: number }

/** Processor time so far of the program and of PostgreSQL with all its processes; null where there is no /proc. */
export function processorTime(programPid: number, postmasterPid: number): ProcessorTime | null {
  if (process.platform !== 'linux') return null
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  let databaseTicks = 0
  for (const pid of all) {
    const stat = readStat(pid)
    if (stat === null) continue
    if (Number(pid) === postmasterPid) databaseTicks += stat.ticks + stat.endedChildrenTicks
    else if (stat.parent === postmasterPid) databaseTicks += stat.ticks
  }
  return {
    programMs: (readStat(String(programPid))?.ticks ?? 0) * TICK_MS,
    databaseMs: databaseTicks * TICK_MS,
  }
}

function readStat(
  pid: string,
): { readonly parent: number; readonly ticks: number; readonly endedChildrenTicks: number } | null {
  const text = readOrNothing(`/proc/${pid}/stat`)
  if (text === '') return null
  // The name in parentheses may hold blanks; what follows it is numbers from field 3 (state) on.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  const field = (number: number): number => Number(fields[number - 3])
  return {
    parent: field(4),
    ticks: field(14) + field(15),
    endedChildrenTicks: field(16) + field(17),
  }
}

/** Megabytes of memory the process holds: all of it (RSS), and its fair share of what it shares with others (PSS). */
export function residentMemory(
  pid: number,
): { readonly rssMb: number; readonly pssMb: number } | null {
  if (process.platform !== 'linux') return null
  const megabytes = (name: string, text: string): number =>
    Math.round(Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? 0) / 102.4) / 10
  return {
    rssMb: megabytes('VmRSS', readOrNothing(`/proc/${pid}/status`)),
    pssMb: megabytes('Pss', readOrNothing(`/proc/${pid}/smaps_rollup`)),
  }
}

function readOrNothing(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
