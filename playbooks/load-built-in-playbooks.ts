import { readFileSync } from 'node:fs'
import type { PlaybookCode } from '@yinuo/domain'
import type { LoadedPlaybook } from './worked-example.ts'
import { loadPlaybook } from './load-playbook.ts'
import { formatProblems } from './playbook-problem.ts'

// The files are named one by one: a stray copy in the folder must not become policy.
const FILES = ['LUB.yaml'] as const

let loaded: readonly LoadedPlaybook[] | undefined

/**
 * The playbooks shipped with the program, read once. Throws with every problem when a shipped file is broken: the tests
 * load them, so a running installation meets this only after somebody edited the files in place.
 */
export function builtInPlaybooks(): readonly LoadedPlaybook[] {
  loaded ??= FILES.map((file) => {
    const result = loadPlaybook(
      readFileSync(new URL(`files/${file}`, import.meta.url), 'utf8'),
      file,
    )
    if (!result.ok) throw new Error(`行业手册不能用：\n${formatProblems(result.problems)}`)
    return result.playbook
  })
  return loaded
}

/** The shipped playbook of a code; throws for a code that is not shipped yet. */
export function builtInPlaybook(code: PlaybookCode): LoadedPlaybook {
  const found = builtInPlaybooks().find((playbook) => playbook.code === code)
  if (found === undefined) throw new Error(`no built-in playbook ${code}`)
  return found
}
