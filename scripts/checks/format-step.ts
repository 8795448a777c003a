import { runTool } from './run-tool.ts'
import type { Step } from './run-steps.ts'

/** Layout is the formatter's matter alone; `npm run format` repairs it. */
export const formatStep: Step = {
  name: 'format',
  async run() {
    const { code, output } = await runTool('oxfmt/bin/oxfmt', ['--check'])
    const files = Number(/on (\d+) files/.exec(output)?.[1] ?? 0)
    return {
      ok: code === 0 && files > 0,
      looked: files > 0 ? `${files} files` : 'read no file',
      output: `${output}\nRemedy: npm run format`,
    }
  },
}
