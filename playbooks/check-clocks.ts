import { compileDue } from './compile-playbook.ts'
import { COMPLAINT_EVENT_TYPES } from './complaint-event-types.ts'
import { offer, type Report } from './finding.ts'
import type { PlaybookSource } from './playbook-schema.ts'
import { spanMinutes } from './time-span.ts'

type ClockSource = PlaybookSource['clocks'][string]

const MINUTES_OF_A_DAY = 24 * 60

/** Every clock can start, can be met, warns inside its span and climbs its ladder upward (CLK-21). */
export function checkClocks(source: PlaybookSource, report: Report): void {
  for (const [key, clock] of Object.entries(source.clocks)) {
    const path = ['clocks', key]
    for (const selector of [clock.from].flat())
      checkSelector(source, selector, [...path, 'from'], `时限“${clock.label}”的起点`, report)
    for (const name of ['met-by', 'voided-by'] as const) {
      for (const selector of clock[name]) {
        const what = name === 'met-by' ? '完成条件' : '作废条件'
        checkSelector(source, selector, [...path, name], `时限“${clock.label}”的${what}`, report)
      }
    }
    if (clock['met-by'].length === 0 && !clock['restarts-on-activity']) {
      const message = `时限“${clock.label}”没有办法完成`
      report({ path: [...path, 'met-by'], message, remedy: '在 met-by 里写上做到什么算完成' })
    }
    checkSpan(source, clock, path, report)
    checkLadder(clock, path, report)
  }
}

function checkSelector(
  source: PlaybookSource,
  selector: string,
  path: readonly string[],
  what: string,
  report: Report,
): void {
  const [type = '', step, ...rest] = selector.split(':')
  const steps = source.steps.map(({ key }) => key)
  if (!COMPLAINT_EVENT_TYPES.some((one) => one === type)) {
    const message = `${what}“${selector}”不是程序知道的事`
    report({ path, word: selector, message, remedy: offer(type, COMPLAINT_EVENT_TYPES) })
  } else if (step !== undefined && (type !== 'step-entered' || rest.length > 0)) {
    const message = `${what}“${selector}”：只有 step-entered 后面能写步骤`
    report({ path, word: selector, message, remedy: `改成 ${type}` })
  } else if (step !== undefined && !steps.includes(step)) {
    const message = `${what}里的步骤“${step}”不存在`
    report({ path, word: selector, message, remedy: offer(step, steps) })
  }
}

function checkSpan(
  source: PlaybookSource,
  clock: ClockSource,
  path: readonly string[],
  report: Report,
): void {
  const { after, 'end-of-day': days } = clock.due
  if ((after === undefined) === (days === undefined)) {
    const message = `时限“${clock.label}”的期限要在 after 和 end-of-day 里写一个`
    report({
      path: [...path, 'due'],
      message,
      remedy: '例如 due: { after: 30 分钟 } 或 due: { end-of-day: 0 }',
    })
    return
  }
  if (typeof after === 'object' && source.settings[after.setting] === undefined) {
    const numbers = Object.keys(source.settings)
    const message = `时限“${clock.label}”用的数字“${after.setting}”不在 settings 里`
    report({
      path: [...path, 'due'],
      word: after.setting,
      message,
      remedy: offer(after.setting, numbers),
    })
    return
  }
  const due = compileDue(clock.due, source.settings)
  const span = 'after' in due ? spanMinutes(due.after) : (due.endOfDay + 1) * MINUTES_OF_A_DAY
  if (spanMinutes(clock['warn-before']) < span) return
  const message = `时限“${clock.label}”的提醒比期限本身还早`
  report({ path: [...path, 'warn-before'], message, remedy: '把 warn-before 改得比 due 短' })
}

function checkLadder(clock: ClockSource, path: readonly string[], report: Report): void {
  const rungs = clock.ladder.map(({ after }) => spanMinutes(after))
  if (rungs[0] === 0 && rungs.every((rung, index) => rung > (rungs[index - 1] ?? -1))) return
  const message = `时限“${clock.label}”的上报顺序不对`
  report({
    path: [...path, 'ladder'],
    message,
    remedy: '第一级写 after: 0 分钟（到期就报），后面一级比一级晚',
  })
}
