import type { Duty } from '@yinuo/domain'
import type { Report } from './finding.ts'
import type { PlaybookSource } from './playbook-schema.ts'

/** Duties without a holder stop every case sooner or later; what stops then is said in the message. */
const NEEDED: Readonly<Partial<Record<Duty, string>>> = {
  record: '没有人能登记投诉',
  'sign-own': '没有人能在登记表上签字（CMP-03）',
  'hand-over': '没有人能移交（CMP-04）',
  handle: '没有人能处理投诉',
  approve: '没有人能审批方案（APR-02）',
  'confirm-scan': '没有第二个人能确认签字扫描件（AGR-01）',
  execute: '没有部门能执行任务（EXE-01）',
  administer: '没有人能管理用户和岗位（ROLE-01）',
}

export function checkPosts(source: PlaybookSource, report: Report): void {
  const held = new Set(Object.values(source.posts).flatMap(({ duties }) => duties))
  for (const [duty, stop] of Object.entries(NEEDED)) {
    if (held.has(duty as Duty)) continue
    report({ path: ['posts'], message: stop, remedy: `给至少一个岗位加上职责 ${duty}` })
  }
  const items = source.qualification.flatMap((group) => Object.keys(group.items))
  for (const [key, post] of Object.entries(source.posts)) {
    if (post.qualified !== true) continue
    if (!items.includes('years') || source.settings['minYears'] === undefined) {
      report({
        path: ['posts', key, 'qualified'],
        message: `岗位“${post.label}”要资格，但没有写要求几年行业经验（STF-02）`,
        remedy: '在 qualification 里写一项 years，在 settings 里写 minYears',
      })
    }
  }
  for (const item of items.filter((one, index) => items.indexOf(one) !== index)) {
    report({
      path: ['qualification'],
      word: item,
      message: `资格项“${item}”写了两遍`,
      remedy: '只留一个，或把其中一个改名',
    })
  }
}
