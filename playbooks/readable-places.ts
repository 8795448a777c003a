/** What a condition may read beside the fields of forms and records, and how a manager calls it; the decider supplies these (`Facts`). */
export const READABLE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  plan: {
    opinion: '处理意见',
    remedies: '补救办法',
    costFen: '方案的费用',
    keptFen: '保住的年采购额',
    level: '方案的尺度',
    levelReason: '低于从优的理由',
    told: '决定是否告诉了客户',
    customerOpinion: '客户对方案的意见',
  },
  'follow-up': { satisfied: '跟踪时客户是否满意' },
  complaint: { kind: '类型', channel: '渠道', receivedAt: '接到时间' },
}

/** What persons sign, approve and confirm. */
export const SIGNED: Readonly<Record<string, string>> = {
  registration: '投诉登记表',
  agreement: '处理协议',
}
export const APPROVED: Readonly<Record<string, string>> = { plan: '方案', ending: '结束方式' }
export const CONFIRMED: Readonly<Record<string, string>> = { agreement: '处理协议' }
