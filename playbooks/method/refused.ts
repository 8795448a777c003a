import { type ComplaintEvent, isRefusal, type Refusal, type UnmetGate } from '@yinuo/domain'

/** One line for each unmet gate, as a reader would say it: `CMP-03 signature-by-recorder ← 刘芳`. */
export function unmetLines(outcome: Refusal | readonly ComplaintEvent[]): readonly string[] {
  if (!isRefusal(outcome))
    throw new Error(`not refused: ${outcome.map((one) => one.type).join(', ')}`)
  return outcome.unmet.map(unmetLine)
}

export function unmetLine({ rule, missing, who }: UnmetGate): string {
  const what = missing.map(({ code, field, detail }) => [code, field ?? detail].filter(Boolean))
  const by = who.map((one) => ('post' in one ? one.post : one.user))
  const lacking = what.map((words) => words.join(' ')).join(', ')
  return by.length === 0 ? `${rule} ${lacking}` : `${rule} ${lacking} ← ${by.join(', ')}`
}
