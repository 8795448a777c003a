import { spawnSync } from 'node:child_process'
import { bad, good, notice, type Verdict } from './verdict.ts'

const LEAST_NODE = 26

export function checkMachine(): readonly Verdict[] {
  return [checkNode(process.versions.node), checkTimeZones(), checkFonts()]
}

export function checkNode(version: string): Verdict {
  return Number(version.split('.')[0]) >= LEAST_NODE
    ? good(`Node ${version}`)
    : bad(
        `Node ${version}，需要 ${LEAST_NODE} 以上`,
        '用 npm run doctor 运行，npm install 会装好对的版本',
      )
}

/** Deadlines in civil time and the lunar calendar stand on this; a slimmed-down Node lacks it. */
function checkTimeZones(): Verdict {
  try {
    const spring = Temporal.PlainDate.from('2026-02-17').withCalendar('chinese')
    const noon = Temporal.Instant.from('2026-01-01T04:00Z').toZonedDateTimeISO('Asia/Shanghai')
    if (spring.day === 1 && spring.month === 1 && noon.hour === 12)
      return good('时区与农历数据齐全')
  } catch {
    // Said below.
  }
  return bad('Node 缺少时区或农历数据', '换用 npm install 装的 Node，不要用精简版')
}

/** Pages and prints use the fonts of whoever reads them; only our own pictures and browser tests need some here. */
function checkFonts(): Verdict {
  const listed = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' })
  if (listed.status === 0 && listed.stdout.trim() !== '') return good('本机有中文字体')
  return notice(
    '本机没有中文字体',
    '打印用使用者电脑上的字体，不受影响；要在本机截图才需要装，如 fonts-noto-cjk',
  )
}
