/** Time left or over, cut into the parts people say. */
export type LeftParts = {
  readonly over: boolean
  readonly days: number
  readonly hours: number
  readonly minutes: number
  readonly seconds: number
}

/** The words around the figures; other languages pass their own. */
export type LeftWords = {
  readonly left: string
  readonly over: string
  readonly day: string
  readonly hour: string
  readonly minute: string
  readonly second: string
}

const CHINESE: LeftWords = {
  left: '剩',
  over: '超',
  day: '天',
  hour: '时',
  minute: '分',
  second: '秒',
}

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/**
 * Milliseconds until the due time (negative: past it). What is left is rounded up to the minute, what is over is
 * rounded down, so that the figure reaches zero exactly at the due time and never shows a miss early.
 */
export function splitLeft(ms: number, withSeconds = false): LeftParts {
  const over = ms < 0
  const unit = withSeconds || Math.abs(ms) < MINUTE ? SECOND : MINUTE
  const whole = (over ? Math.floor(-ms / unit) : Math.ceil(ms / unit)) * unit
  return {
    over,
    days: Math.floor(whole / DAY),
    hours: Math.floor((whole % DAY) / HOUR),
    minutes: Math.floor((whole % HOUR) / MINUTE),
    seconds: Math.floor((whole % MINUTE) / SECOND),
  }
}

/** `1 时 24 分`, `2 天 3 时`, `4 分 20 秒`: at most two units; seconds only below an hour and when asked for, or below a minute. */
export function formatSpan(ms: number, withSeconds = false, words: LeftWords = CHINESE): string {
  const { days, hours, minutes, seconds } = splitLeft(ms, withSeconds)
  if (days > 0) return join([days, words.day], hours > 0 && [hours, words.hour])
  if (hours > 0) return join([hours, words.hour], minutes > 0 && [twoDigits(minutes), words.minute])
  if (minutes > 0)
    return join([minutes, words.minute], withSeconds && seconds > 0 && [seconds, words.second])
  return join([seconds, words.second])
}

/** `剩 1 时 24 分`, `超 36 分`, `剩 2 天 3 时`. */
export function formatLeft(ms: number, withSeconds = false, words: LeftWords = CHINESE): string {
  return `${ms < 0 ? words.over : words.left} ${formatSpan(ms, withSeconds, words)}`
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}

function join(...parts: ReadonlyArray<readonly [number | string, string] | false>): string {
  return parts.flatMap((part) => (part === false ? [] : [`${part[0]} ${part[1]}`])).join(' ')
}
