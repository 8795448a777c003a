import path from 'node:path'
import { filesBelow, REPOSITORY, TYPE_PROJECTS } from './rooms.ts'
import { runTool } from './run-tool.ts'
import type { Step } from './run-steps.ts'

export type TypeCheck = { readonly errors: readonly string[]; readonly read: readonly string[] }

/**
 * TypeScript 7 by its own path: the package named `typescript` is version 6 and serves the tools that need its
 * JavaScript API (dependencies.md, hazards). Returns the errors and the source files outside node_modules that it read.
 */
export async function checkTypes(config: string): Promise<TypeCheck> {
  const args = ['--noEmit', '--pretty', 'false', '--listFiles', '-p', config]
  const { code, stdout, output } = await runTool('@typescript/native/bin/tsc', args)
  const lines = stdout.split('\n').filter((line) => line.trim() !== '')
  const read = lines.filter((line) => path.isAbsolute(line) && !line.includes('/node_modules/'))
  const errors = lines.filter((line) => !path.isAbsolute(line))
  if (code !== 0 && errors.length === 0) errors.push(output || `tsc ended with ${code}`)
  return { errors, read }
}

export const typesStep: Step = {
  name: 'types',
  async run() {
    const errors = new Set<string>()
    let judged = 0
    for (const { folder, configs } of TYPE_PROJECTS) {
      const read = new Set<string>()
      for (const config of configs) {
        const result = await checkTypes(path.join(REPOSITORY, config))
        for (const error of result.errors) errors.add(error)
        for (const file of result.read) read.add(path.relative(REPOSITORY, file))
      }
      const files = filesBelow(folder).filter((file) => /\.tsx?$/.test(file))
      if (files.length === 0) errors.add(`${folder}/ holds no code yet`)
      for (const file of files) if (!read.has(file)) errors.add(`${file}: no project reads it`)
      judged += files.length
    }
    return {
      ok: errors.size === 0,
      looked: `${judged} files, ${errors.size} errors`,
      output: [...errors].join('\n'),
    }
  },
}
