import { filesBelow, isCode, ROOMS } from './rooms.ts'
import { runTool } from './run-tool.ts'
import type { Step } from './run-steps.ts'

/** Unused files, exports and dependencies fail the check (style.md 15); knip.json names the doors of each room. */
export const deadCodeStep: Step = {
  name: 'dead code',
  async run() {
    const reporters = ['--reporter', 'symbols', '--reporter', './scripts/checks/knip-reporter.ts']
    const { code, output } = await runTool('knip/bin/knip.js', ['--no-progress', ...reporters])
    const read = Number(/knip read (\d+) of/.exec(output)?.[1] ?? 0)
    const files = ROOMS.flatMap((room) => filesBelow(room)).filter(isCode).length
    return {
      ok: code === 0 && read >= files && files > 0,
      looked: `${read} files`,
      output: read >= files ? output : `${output}\nknip read ${read} of at least ${files} files.`,
    }
  },
}
