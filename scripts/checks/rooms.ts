import { readdirSync } from 'node:fs'
import path from 'node:path'

/** The rooms of architecture §2 that exist so far. A new room is added here first: then every check reads it. */
export const ROOMS = [
  'domain',
  'playbooks',
  'contract',
  'server',
  'web/shared',
  'web/desk',
  'web/portal',
  'bench',
  'e2e',
] as const

/**
 * What the compiler is asked about, per folder. `tsconfig.json` serves editor, linter and tests; where the code that
 * ships may know neither Node nor the browser, `tsconfig.source.json` judges it alone.
 */
export const TYPE_PROJECTS = [
  { folder: 'scripts', configs: ['tsconfig.json'] },
  { folder: 'domain', configs: ['domain/tsconfig.json', 'domain/tsconfig.source.json'] },
  { folder: 'playbooks', configs: ['playbooks/tsconfig.json'] },
  { folder: 'contract', configs: ['contract/tsconfig.json', 'contract/tsconfig.source.json'] },
  { folder: 'server', configs: ['server/tsconfig.json'] },
  {
    folder: 'web/shared',
    configs: ['web/shared/tsconfig.json', 'web/shared/tsconfig.source.json'],
  },
  { folder: 'web/desk', configs: ['web/desk/tsconfig.json', 'web/desk/tsconfig.source.json'] },
  {
    folder: 'web/portal',
    configs: ['web/portal/tsconfig.json', 'web/portal/tsconfig.source.json'],
  },
  { folder: 'bench', configs: ['bench/tsconfig.json'] },
  { folder: 'e2e', configs: ['e2e/tsconfig.json'] },
] as const

export const REPOSITORY = path.resolve(import.meta.dirname, '../..')

const NEVER_READ = new Set(['node_modules', 'dist', 'coverage', '.git'])

/** All files below `folder`, as paths relative to `root` with forward slashes, sorted; build results and packages left out. */
export function filesBelow(folder: string, root: string = REPOSITORY): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true })
    .flatMap((entry) => {
      if (NEVER_READ.has(entry.name)) return []
      const relative = path.posix.join(folder, entry.name)
      return entry.isDirectory() ? filesBelow(relative, root) : [relative]
    })
    .sort()
}

/** Whether the file is one we wrote in TypeScript or JavaScript. */
export function isCode(file: string): boolean {
  return /\.(ts|tsx|mjs|js)$/.test(file)
}
