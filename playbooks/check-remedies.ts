import { offer, type Report } from './finding.ts'
import type { PlaybookSource } from './playbook-schema.ts'
import { checkCondition } from './check-condition.ts'

/** Remedies reach somebody who can execute them (EXE-01 …), and no ending goes past the leader (NEG-17). */
export function checkRemedies(source: PlaybookSource, report: Report): void {
  const executors = Object.keys(source.posts).filter((key) =>
    source.posts[key]?.duties.includes('execute'),
  )
  for (const [key, { label, task }] of Object.entries(source.remedies)) {
    if (task === undefined || executors.includes(task.post)) continue
    const path = ['remedies', key, 'task', 'post']
    const known = source.posts[task.post]
    const message =
      known === undefined
        ? `“${label}”要派给岗位“${task.post}”，这个岗位不存在`
        : `“${label}”要派给“${known.label}”，这个岗位不能执行任务`
    report({ path, message, remedy: offer(task.post, executors) })
  }
  if (source.endings.satisfied === undefined) {
    const message = '没有“满意”这种结束方式（FUP-01）'
    report({ path: ['endings'], message, remedy: '在 endings 里加上 satisfied' })
  }
  for (const [key, ending] of Object.entries(source.endings)) {
    if (ending === undefined) continue
    if (key !== 'satisfied' && !ending['needs-approval']) {
      report({
        path: ['endings', key, 'needs-approval'],
        message: `结束方式“${ending.label}”不能免去领导批准（NEG-17）`,
        remedy: '改成 needs-approval: true',
      })
    }
    if (ending.need !== undefined) {
      checkCondition(
        source,
        ending.need,
        ['endings', key, 'need'],
        `结束方式“${ending.label}”`,
        report,
      )
    }
  }
}
