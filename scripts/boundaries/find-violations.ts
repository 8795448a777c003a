import { builtinModules } from 'node:module'
import { cruise } from 'dependency-cruiser'
import type { ICruiseResult } from 'dependency-cruiser'
import { DESK_RULES } from './desk-rules.ts'
import { ROOM_RULES } from './room-rules.ts'
import { SERVER_RULES } from './server-rules.ts'

export const BOUNDARIES = [...ROOM_RULES, ...SERVER_RULES, ...DESK_RULES]

export type Violation = {
  readonly rule: string
  readonly from: string
  readonly to: string
  readonly comment: string
}

export type Cruise = {
  readonly violations: readonly Violation[]
  /** Modules read per room, without packages: a cruiser without a compiler reads none and says nothing. */
  readonly modulesRead: ReadonlyMap<string, number>
}

/**
 * Reads every import (types too) below `rooms` of `repository` and reports what crosses a boundary. Imports by package
 * name are followed to the real file, so `@yinuo/server` and `../server/main.ts` are the same to a rule.
 */
export async function findViolations(
  repository: string,
  rooms: readonly string[],
): Promise<Cruise> {
  const { output } = await cruise(
    [...rooms],
    {
      baseDir: repository,
      ruleSet: { forbidden: BOUNDARIES },
      validate: true,
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
      exclude: { path: '(^|/)dist/' },
      builtInModules: { override: [...builtinModules], add: [] },
    },
    {
      conditionNames: ['import', 'node', 'types', 'default'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.mts', '.mjs', '.js', '.json', '.d.ts'],
    },
  )
  const result = output as ICruiseResult
  const comments = new Map(BOUNDARIES.map((rule) => [rule.name, rule.comment ?? '']))
  return {
    violations: result.summary.violations.map((violation) => ({
      rule: violation.rule.name,
      from: violation.from,
      to: violation.cycle?.map((step) => step.name).join(' → ') ?? violation.to,
      comment: comments.get(violation.rule.name) ?? '',
    })),
    modulesRead: new Map(
      rooms.map((room) => [
        room,
        result.modules.filter(({ source }) => source.startsWith(`${room}/`)).length,
      ]),
    ),
  }
}
