import type { Clock, LadderTarget, Playbook } from '@yinuo/domain'
import { COMPLAINT_EVENT_TYPES, EVENT_WORDS } from '../complaint-event-types.ts'
import { quoted } from './place-words.ts'

const OWNERS: Readonly<Record<Clock['ownedBy'], string>> = {
  owner: '处理人',
  recorder: '登记人',
  receiver: '接收人',
  leaders: '领导',
}

const TARGETS: Readonly<Record<LadderTarget, string>> = {
  owner: '责任人',
  superior: '上级',
  'superior-of-superior': '上级的上级',
  leaders: '领导',
}

/** A clock as a manager reads it: what starts it, how long, what meets it, whose it is, and who hears of a miss (CLK-21). */
export function clockWords(clock: Clock, playbook: Playbook) {
  return {
    label: clock.label,
    rule: clock.rule,
    due: dueWords(clock.due),
    warn: `提前${spanWords(clock.warnBefore)}提醒`,
    from: startWords(clock, playbook),
    met: metWords(clock, playbook),
    voided: anyOf(clock.voidedBy, playbook),
    owner: OWNERS[clock.ownedBy],
    ladder: ladderWords(clock.ladder),
  }
}

/** `PT30M` → 30分钟; nothing at all is 0分钟. */
export function spanWords(iso: string): string {
  const { days, hours, minutes } = Temporal.Duration.from(iso)
  const parts = [
    [days, '天'],
    [hours, '小时'],
    [minutes, '分钟'],
  ] as const
  const words = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count}${unit}`)
  return words.length === 0 ? '0分钟' : words.join('')
}

function dueWords(due: Clock['due']): string {
  if ('after' in due) return spanWords(due.after)
  return due.endOfDay === 0 ? '当天24点以前' : `第${due.endOfDay + 1}天24点以前`
}

function startWords(clock: Clock, playbook: Playbook): string {
  const start = `${anyOf(clock.from, playbook)}以后`
  const base = clock.base === 'received' ? '，从接到投诉的时间算起' : ''
  const each =
    clock.per === 'task' ? '；一张执行单一个时限，和客户约定了哪天的，以那天24点为准' : ''
  return `${start}${base}${each}`
}

function metWords(clock: Clock, playbook: Playbook): string {
  const again = clock.restartsOnActivity ? '有任何动静就重新算' : ''
  return [anyOf(clock.metBy, playbook), again].filter((words) => words !== '').join('；')
}

/** The ladder as the file wrote it: everybody who is told at the same time in one line. */
function ladderWords(ladder: Clock['ladder']): readonly string[] {
  return [...Map.groupBy(ladder, ({ after }) => after)].map(([after, rungs]) => {
    const told = rungs.map(({ to }) => TARGETS[to]).join('、')
    const when = Temporal.Duration.from(after).blank ? '到期' : `过${spanWords(after)}`
    return `${when}报给${told}`
  })
}

function anyOf(selectors: readonly string[], playbook: Playbook): string {
  return selectors.map((selector) => selectorWords(selector, playbook)).join('或')
}

function selectorWords(selector: string, playbook: Playbook): string {
  const [type, key] = selector.split(':')
  const step = playbook.steps.find((one) => one.key === key)
  if (step !== undefined) return `进入${quoted(step.label)}`
  const known = COMPLAINT_EVENT_TYPES.find((one) => one === type)
  return known === undefined ? '' : EVENT_WORDS[known]
}
