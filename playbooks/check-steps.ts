import { offer, type Report } from './finding.ts'
import type { PlaybookSource } from './playbook-schema.ts'

/** Statuses the domain sets by itself, between two steps or at the end. */
const STATUSES_OF_THE_PROCESS = ['awaiting-signature', 'handed-over', 'approved', 'closed']

/** Every step can be done by somebody, has a status, and its forms exist and are filled in one place only (PBK-03). */
export function checkSteps(source: PlaybookSource, report: Report): void {
  const statuses = Object.keys(source.statuses)
  const seen = new Set<string>()
  const placed = new Map<string, string>()
  for (const [index, step] of source.steps.entries()) {
    const path = ['steps', index] as const
    if (seen.has(step.key)) {
      const message = `步骤“${step.key}”写了两遍`
      report({ path: [...path, 'key'], message, remedy: '给其中一个换个名字' })
    }
    seen.add(step.key)
    if (!Object.values(source.posts).some(({ duties }) => duties.includes(step.duty))) {
      report({
        path: [...path, 'duty'],
        message: `步骤“${step.label}”没有人能做：没有岗位有职责 ${step.duty}`,
        remedy: `在 posts 里给一个岗位加上 ${step.duty}，或换一项职责`,
      })
    }
    if (!statuses.includes(step.status)) {
      const message = `状态“${step.status}”不存在`
      report({ path: [...path, 'status'], message, remedy: offer(step.status, statuses) })
    }
    for (const form of step.forms) {
      const other = placed.get(form)
      placed.set(form, step.label)
      if (source.forms[form] === undefined) {
        const message = `步骤“${step.label}”用的表“${form}”不存在`
        report({
          path: [...path, 'forms'],
          word: form,
          message,
          remedy: offer(form, Object.keys(source.forms)),
        })
      } else if (other !== undefined) {
        const message = `表“${form}”已经放在步骤“${other}”里`
        report({ path: [...path, 'forms'], word: form, message, remedy: '一张表只放在一个步骤里' })
      }
    }
  }
  for (const form of Object.keys(source.forms).filter((key) => !placed.has(key))) {
    const message = `表“${form}”没有放在任何步骤里，没有人能填`
    report({ path: ['forms', form], message, remedy: '在 steps 的一个步骤里写上它，或删掉这张表' })
  }
  for (const status of STATUSES_OF_THE_PROCESS.filter((key) => !statuses.includes(key))) {
    const message = `缺少状态“${status}”，程序自己要用它`
    report({ path: ['statuses'], message, remedy: `在 statuses 里加上 ${status}: …` })
  }
}
