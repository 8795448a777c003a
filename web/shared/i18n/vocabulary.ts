import type {
  Channel,
  ComplaintKind,
  ContactMeans,
  CustomerOpinion,
  EndingKey,
  Mood,
  Party,
  PlanClass,
  PlanDecision,
  PlanLevel,
  Risk,
  SigningMeans,
  TaskState,
} from '@yinuo/domain'
import { defineTexts } from './define-texts.ts'

type Labels<Key extends string, Prefix extends string> = Readonly<
  Record<`${Prefix}.${Key}`, string>
>

const labels = {
  'channel.phone': '电话',
  'channel.fax': '传真',
  'channel.on-site': '面谈',
  'channel.walk-in': '来店',
  'channel.chat': '在线',
  'channel.call-back': '回访',
  'channel.review': '评价',
  'channel.platform-claim': '平台维权',
  'party.agent': '代理商',
  'party.end-user': '终端用户',
  'party.company': '企业',
  'party.private': '个人',
  'risk.low': '低',
  'risk.medium': '中',
  'risk.high': '高',
  'mood.calm': '平静',
  'mood.anxious': '着急',
  'mood.angry': '生气',
  'mood.furious': '愤怒',
  'kind.complaint': '投诉',
  'kind.grievance': '抱怨',
  'ending.satisfied': '满意',
  'ending.withdrawn': '撤诉',
  'ending.unreachable': '联系不上',
  'ending.refused': '经批准拒绝',
  'ending.legal': '转法务',
  'ending.duplicate': '重复',
  'ending.misregistered': '误登',
  'class.earns': '赚钱',
  'class.even': '不亏',
  'class.small-loss': '少亏',
  'level.none': '不予',
  'level.ordinary': '一般',
  'level.generous': '从优',
  'decision.approved': '同意',
  'decision.returned': '退回',
  'decision.rejected': '不同意',
  'opinion.accepted': '同意方案',
  'opinion.wants-change': '要求修改',
  'opinion.declined': '不同意方案',
  'means.phone': '电话',
  'means.fax': '传真',
  'means.visit': '上门',
  'means.chat': '在线',
  'means.mail': '邮件',
  'task.open': '待接单',
  'task.acknowledged': '已接单',
  'task.done': '已完成',
  'task.void': '已作废',
  'signing.paper-scan': '纸质扫描件',
  'signing.fax': '传真件',
  'signing.electronic': '电子签字',
} as const satisfies Labels<Channel, 'channel'> &
  Labels<Party, 'party'> &
  Labels<Risk, 'risk'> &
  Labels<Mood, 'mood'> &
  Labels<ComplaintKind, 'kind'> &
  Labels<EndingKey, 'ending'> &
  Labels<PlanClass, 'class'> &
  Labels<PlanLevel, 'level'> &
  Labels<PlanDecision, 'decision'> &
  Labels<CustomerOpinion, 'opinion'> &
  Labels<ContactMeans, 'means'> &
  Labels<TaskState, 'task'> &
  Labels<SigningMeans, 'signing'>

/** Chinese for the closed vocabularies of the domain: `v('channel.phone')`. A new word in the domain fails the compiler here. */
export const useVocabulary = defineTexts('vocabulary', { 'zh-CN': labels })
