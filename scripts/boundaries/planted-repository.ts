import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { findViolations } from './find-violations.ts'
import type { Cruise } from './find-violations.ts'

/** Files to write: path → the modules it imports, in order. */
export type Imports = Readonly<Record<string, readonly string[]>>

const PACKAGES = ['zod', 'yaml', 'pg', 'fastify', 'react', 'vitest', 'fast-check']

/** Our own packages as npm would link them, each with the doors its real package.json opens. */
const OWN_PACKAGES = {
  domain: { '.': './index.ts' },
  playbooks: { '.': './index.ts' },
  contract: { '.': './index.ts' },
  server: { './testing': './testing/index.ts' },
}

/**
 * Writes a small repository that contains nothing but the given imports, reads it with the real rules and removes it.
 * Every import is written as a side effect, or as `import type` when it starts with `type:`.
 */
export async function cruisePlanted(imports: Imports, rooms: readonly string[]): Promise<Cruise> {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'yinuo-boundaries-')))
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
    writeFileSync(path.join(root, file), text)
  }
  try {
    for (const name of PACKAGES) {
      write(`node_modules/${name}/package.json`, JSON.stringify({ name, exports: './index.js' }))
      write(`node_modules/${name}/index.js`, 'export const planted = 1\n')
    }
    const dependencies = Object.fromEntries(PACKAGES.map((name) => [name, '1.0.0']))
    write('package.json', JSON.stringify({ name: 'planted', dependencies }))
    mkdirSync(path.join(root, 'node_modules/@yinuo'), { recursive: true })
    for (const [room, exports] of Object.entries(OWN_PACKAGES)) {
      write(`${room}/package.json`, JSON.stringify({ name: `@yinuo/${room}`, exports }))
      symlinkSync(path.join(root, room), path.join(root, 'node_modules/@yinuo', room), 'junction')
    }
    for (const room of rooms) mkdirSync(path.join(root, room), { recursive: true })
    for (const [file, modules] of Object.entries(imports)) {
      write(file, `${modules.map(importLine).join('\n')}\nexport const planted = 1\n`)
    }
    return await findViolations(root, rooms)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

function importLine(module: string): string {
  return module.startsWith('type:')
    ? `import type { planted as type${module.length} } from '${module.slice(5)}'`
    : `import '${module}'`
}
