import type { Duty, Playbook, Post, QualificationItem, Sight } from '@yinuo/domain'

const DUTIES: Readonly<Record<Duty, string>> = {
  record: '登记投诉',
  'sign-own': '为自己的登记签字',
  'hand-over': '移交',
  handle: '处理投诉',
  'give-opinion': '给意见',
  approve: '审批别人的方案和结束提请',
  'waive-qualification': '批准资格例外',
  execute: '办执行单',
  'confirm-scan': '作为第二人确认签字扫描件',
  promise: '向客户承诺',
  'edit-customers': '改客户档案',
  'reveal-contacts': '看完整号码（留痕）',
  import: '导入',
  'edit-phrases': '改话术',
  administer: '管理人员、岗位和厂',
}

const SIGHTS: Readonly<Record<Sight, string>> = {
  tasks: '只看自己的执行单',
  own: '看自己登记的',
  involved: '看自己经手的',
  site: '看本厂的',
  organisation: '看全公司的',
}

export function postWords(post: Post) {
  return {
    label: post.label,
    duties: post.duties.map((duty) => DUTIES[duty]),
    sight: SIGHTS[post.sight],
    qualified: post.qualified === true,
  }
}

/** Labels of those who may do it, the lowest in the ladder first. */
export function postsWith(duty: Duty, { posts }: Playbook): readonly string[] {
  return Object.values(posts)
    .filter(({ duties }) => duties.includes(duty))
    .map(({ label }) => label)
}

export function qualificationWords(item: QualificationItem) {
  const notes = [
    item.must ? '必须合格' : '不强求',
    item.value === 'years' ? '填年数' : item.value === 'test' ? '写测试成绩' : '',
    item.yearly ? '每年考核一次' : '',
    item.admits === undefined ? '' : '没有这一项不派去现场',
  ]
  return { label: item.label, notes: notes.filter((note) => note !== '') }
}
