import type { Principal } from '../../platform/http/principal.ts'
import type { NoticeRow } from './notice-store.ts'

/** What happened, in words; who did it is named apart. */
const TITLES: Readonly<Record<string, string>> = {
  'handed-over': '移交给您，请确认接收',
  acknowledged: '已接收',
  'plan-submitted': '报您批准',
  'plan-approved': '方案已同意',
  'plan-returned': '方案退回',
  'plan-rejected': '方案不同意',
  'plan-revised': '在您批准的范围内改了方案',
  'ending-proposed': '提请结束',
  'ending-decided': '结束的提请已有答复',
  'scan-filed': '客户签字的扫描件已交，请第二人确认',
  'agreement-accepted': '客户已凭验证码签字',
  'agreement-declined': '客户不同意协议，请再商量',
  'tasks-created': '有执行单交给本部门',
  'task-added': '有执行单交给本部门',
  'task-completed': '执行单已完成',
  reopened: '重新打开了',
  'record-added': '等您批复',
  'record-decided': '您的申请已有答复',
  advised: '请您过问',
  chased: '客户催促',
  'report-merged': '同一件事客户又来反映',
  'qualification-lapsed': '工作态度满一年，该重新考核',
  'commitment-warned': '快到期',
  'commitment-missed': '已超时',
  'commitment-escalated': '仍未处理，逐级上报',
}

export function presentNotice(row: NoticeRow, principal: Principal) {
  const { content } = row
  const clock = content['label'] === undefined ? '' : `${content['label']}：`
  const title =
    row.kind === 'commitment-missed' && content['kind'] === 'promise'
      ? '承诺违约'
      : (TITLES[row.kind] ?? row.kind)
  return {
    id: row.notice_id,
    kind: row.kind,
    title: `${clock}${title}`,
    detail: [content['title'], content['number'], content['detail']]
      .filter((part) => part !== undefined && part !== '')
      .join(' · '),
    complaintId: row.complaint_id,
    by:
      row.actor_id === null
        ? null
        : { id: row.actor_id, name: principal.directory.people.get(row.actor_id)?.name ?? '' },
    at: row.created_at.toString(),
    readAt: row.read_at?.toString() ?? null,
  }
}
