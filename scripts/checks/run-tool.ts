import { spawn } from 'node:child_process'
import path from 'node:path'
import { REPOSITORY } from './rooms.ts'

export type ToolResult = { readonly code: number; readonly output: string; readonly stdout: string }

/**
 * Runs the JavaScript entry of an installed tool with the Node that runs this script, so that neither PATH nor the
 * machine's own Node matters. `entry` is a path below node_modules.
 */
export function runTool(
  entry: string,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv; live?: boolean } = {},
): Promise<ToolResult> {
  const file = path.join(REPOSITORY, 'node_modules', entry)
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file, ...args], {
      cwd: options.cwd ?? REPOSITORY,
      env: { ...process.env, NO_COLOR: '1', ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    let stdout = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text
      stdout += text
      if (options.live) process.stdout.write(text)
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      output += text
      if (options.live) process.stderr.write(text)
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 1, output, stdout }))
  })
}
