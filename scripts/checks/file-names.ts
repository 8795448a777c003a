import path from 'node:path'

/** Words that say nothing about what is inside (style.md 9). */
const EMPTY_WORDS = /^(utils?|helpers?|common|misc)$/
/** These mean something inside a longer name (`erase-personal-data.ts`), nothing as the whole of it. */
const EMPTY_WHEN_ALONE = /^(manager|data|info)$/

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/
const LOCALE = /^[a-z]{2}-[A-Z]{2}$/
/** Migrations carry their number in front; a playbook is named by its code (architecture §4). */
const NUMBERED_SQL = /^\d{4}_[a-z0-9_]+\.sql$/
const PLAYBOOK = /^[A-Z0-9]+\.yaml$/
const NAMED_BY_TOOLS = /^(README(\.[a-zA-Z-]+)?\.md|LICENSE|Dockerfile)$/

/** What is wrong with the name of a file or of a folder above it, with the remedy; nothing when all is well. */
export function nameFaults(file: string): string[] {
  return file.split('/').flatMap((part) => partFaults(part).map((fault) => `${file}: ${fault}`))
}

function partFaults(part: string): string[] {
  if (part.startsWith('.') || NAMED_BY_TOOLS.test(part)) return []
  const words = part.split('.')
  const stem = words[0] ?? ''
  const hollow = stem.split('-').find((word) => EMPTY_WORDS.test(word))
  if (hollow ?? EMPTY_WHEN_ALONE.exec(stem)) {
    return [
      `'${hollow ?? stem}' says nothing. Name it after what it does, verb-noun (style.md 3, 9).`,
    ]
  }
  if (NUMBERED_SQL.test(part) || PLAYBOOK.test(part)) return []
  const wrong = words.find((word) => !KEBAB.test(word) && !LOCALE.test(word))
  return wrong === undefined ? [] : [`'${part}' is not kebab-case. Rename it (style.md 9).`]
}

/** The most lines a file may have: past 400 it has two subjects (style.md 7); a test may list more cases. */
function lineLimit(file: string): number {
  return /\.(test|e2e)\.tsx?$/.test(file) ? 600 : 400
}

export function lengthFault(file: string, lines: number): string | undefined {
  const limit = lineLimit(file)
  if (lines <= limit) return undefined
  return `${file}: ${lines} lines, limit ${limit}. ${path.posix.basename(file)} has two subjects: split it (style.md 7).`
}
