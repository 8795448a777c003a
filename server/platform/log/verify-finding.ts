/** What the verifier can find; each has one sentence, Chinese first. */
export const FINDINGS = {
  'read-nothing': '一条记录也没有读到，而每个公司至少有成立的记录',
  'event-missing': '缺少记录：前后序号不连续',
  'event-changed': '记录被改动：内容与它的散列不符',
  'value-changed': '内容被改动：与记录里的摘要不符',
  'value-unknown': '多出内容：记录里没有它的摘要',
  'value-half-erased': '内容和盐只剩一样，不是正常的抹除',
  'values-missing': '整行内容不见了，不是正常的抹除',
  'values-orphaned': '有内容，却没有对应的记录',
  'state-missing': '有记录，却没有对应的现状',
  'state-head': '现状与最后一条记录不符（记录被截掉，或现状被改动）',
  'state-differs': '现状与按记录重放的结果不符',
  'stream-missing': '有现状，却一条记录也没有',
  'seal-key-missing': '有封印，却找不到密钥，无法核对',
  'seal-missing': '缺少封印：前后编号不连续',
  'seal-changed': '封印被改动，或不是用这把密钥封的',
  'seal-cut': '库外文件记着更新的封印，库里没有',
  'sealed-missing': '封印过的记录不见了',
  'sealed-changed': '封印过的记录被改写',
  unsealed: '时间早于封印却没有被封印，是事后塞进来的',
  'organisation-missing': '库外文件记着这个公司的封印，库里没有这个公司',
} as const
export type FindingCode = keyof typeof FINDINGS

export type Finding = {
  readonly code: FindingCode
  readonly orgId: string | null
  readonly noun: string | null
  readonly streamId: string | null
  readonly seq: number | null
  /** Which field, which number: what the sentence cannot know. */
  readonly detail: string
}

export type Report = (finding: Finding) => void

export function wordFinding(finding: Finding): string {
  const { code, orgId, noun, streamId, seq, detail } = finding
  const place = [
    orgId === null ? '' : `公司 ${orgId}`,
    streamId === null ? '' : `${noun ?? '流'} ${streamId}`,
    seq === null ? '' : `第 ${seq} 条`,
  ].filter((part) => part !== '')
  return `${place.join(' ')}：${FINDINGS[code]}${detail === '' ? '' : `（${detail}）`} [${code}]`
}
