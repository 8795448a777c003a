import { BOUNDARIES, findViolations } from '../boundaries/find-violations.ts'
import type { Cruise } from '../boundaries/find-violations.ts'
import { filesBelow, isCode, REPOSITORY, ROOMS } from './rooms.ts'
import type { Step, StepResult } from './run-steps.ts'

export const boundariesStep: Step = {
  name: 'boundaries',
  async run() {
    const rooms = ROOMS.map((room) => [room, filesBelow(room).filter(isCode).length] as const)
    return judgeCruise(await findViolations(REPOSITORY, ROOMS), new Map(rooms))
  },
}

/** Red on a violation, and as red on a room of which fewer modules were read than it has files. */
export function judgeCruise(
  { violations, modulesRead }: Cruise,
  filesPerRoom: ReadonlyMap<string, number>,
): StepResult {
  const unread = [...filesPerRoom].flatMap(([room, files]) => {
    const read = modulesRead.get(room) ?? 0
    return read > 0 && read >= files ? [] : [`${room}/: read ${read} of ${files} modules`]
  })
  const total = [...modulesRead.values()].reduce((sum, read) => sum + read, 0)
  const lines = violations.map(
    ({ rule, from, to, comment }) => `${rule}: ${from} → ${to}\n  ${comment}`,
  )
  return {
    ok: lines.length === 0 && unread.length === 0,
    looked: `${total} modules, ${BOUNDARIES.length} rules, ${violations.length} violations`,
    output: [...lines, ...unread].join('\n'),
  }
}
