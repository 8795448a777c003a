import { readFileSync } from 'node:fs'

const LINES = 45

type Profile = {
  readonly nodes: readonly {
    readonly id: number
    readonly callFrame: {
      readonly functionName: string
      readonly url: string
      readonly lineNumber: number
    }
    readonly children?: readonly number[]
  }[]
  readonly samples: readonly number[]
  readonly timeDeltas: readonly number[]
}

/** The functions that used most processor time by themselves, and with what they called. */
export function summariseProfile(file: string): string {
  const profile = JSON.parse(readFileSync(file, 'utf8')) as Profile
  const self = selfTimes(profile)
  const { own, total, busy } = byFunction(profile, self)
  const table = (title: string, times: ReadonlyMap<string, number>): string =>
    [
      `\n${title}`,
      ...[...times]
        .filter(([name]) => !/^\((root|program|idle)\)/.test(name))
        .sort(([, a], [, b]) => b - a)
        .slice(0, LINES)
        .map(([name, time]) => `  ${((time / busy) * 100).toFixed(1).padStart(5)} %  ${name}`),
    ].join('\n')
  return `${table('Own processor time (share of busy time)', own)}\n${table('With what it calls', total)}\n${file}`
}

function selfTimes({ samples, timeDeltas }: Profile): Map<number, number> {
  const self = new Map<number, number>()
  samples.forEach((id, index) => self.set(id, (self.get(id) ?? 0) + (timeDeltas[index] ?? 0)))
  return self
}

function byFunction(profile: Profile, self: ReadonlyMap<number, number>) {
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]))
  const own = new Map<string, number>()
  const total = new Map<string, number>()
  let busy = 0
  const add = (times: Map<string, number>, name: string, time: number): void =>
    void times.set(name, (times.get(name) ?? 0) + time)
  // Own recursion counts once: `above` holds the names on the way down from the root.
  const visit = (id: number, above: ReadonlySet<string>): number => {
    const node = nodes.get(id)
    if (node === undefined) return 0
    const name = nameOf(node.callFrame)
    const mine = self.get(id) ?? 0
    const inside = new Set(above).add(name)
    let time = mine
    for (const child of node.children ?? []) time += visit(child, inside)
    add(own, name, mine)
    if (!above.has(name)) add(total, name, time)
    if (!name.startsWith('(idle)') && !name.startsWith('(program)')) busy += mine
    return time
  }
  const root = profile.nodes[0]
  if (root !== undefined) visit(root.id, new Set())
  return { own, total, busy }
}

function nameOf(frame: Profile['nodes'][number]['callFrame']): string {
  const file = frame.url.replace(/^file:\/\//, '').replace(/^.*\/node_modules\//, '')
  const place = file === '' ? '' : ` ${file.split('/').slice(-3).join('/')}:${frame.lineNumber + 1}`
  return `${frame.functionName || '(anonymous)'}${place}`
}
