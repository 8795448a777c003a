import { type Document, LineCounter, parseDocument, visit, type YAMLError } from 'yaml'
import { checkExamples } from './check-examples.ts'
import { checkPlaybook } from './check-playbook.ts'
import { compilePlaybook } from './compile-playbook.ts'
import type { LoadedPlaybook } from './worked-example.ts'
import type { Finding } from './finding.ts'
import { findingsOf } from './issue-wording.ts'
import type { PlaybookProblem } from './playbook-problem.ts'
import { playbookSchema } from './playbook-schema.ts'
import { positionOf } from './source-position.ts'

export type PlaybookLoading =
  | { readonly ok: true; readonly playbook: LoadedPlaybook }
  | { readonly ok: false; readonly problems: readonly PlaybookProblem[] }

/** Characters; the shipped files are under 30,000. */
const LONGEST_FILE = 500_000

/**
 * Reads one playbook file. Refuses a playbook that cannot work, with every problem at once, each with file, line, column
 * and remedy in Chinese (architecture §4). Names are judged only once the shape is right, so that one slip is told once.
 */
export function loadPlaybook(text: string, fileName: string): PlaybookLoading {
  if (text.length > LONGEST_FILE) {
    return refused([
      { ...problemAt(fileName), message: '文件太大', remedy: `一本手册最多 ${LONGEST_FILE} 个字` },
    ])
  }
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const broken = [...document.errors, ...document.warnings]
  if (broken.length > 0) return refused(broken.map((error) => yamlProblem(error, lines, fileName)))

  const aliases = aliasProblems(document, lines, fileName)
  if (aliases.length > 0) return refused(aliases)

  const place = (finding: Finding): PlaybookProblem => ({
    file: fileName,
    ...positionOf(document, lines, finding),
    path: finding.path.join('.'),
    message: finding.message,
    remedy: finding.remedy,
  })
  const content: unknown = document.toJS()
  const shape = playbookSchema.safeParse(content)
  if (!shape.success) {
    const findings = shape.error.issues.flatMap((issue) =>
      findingsOf(issue, valueAt(content, issue.path)),
    )
    return refused(findings.map(place))
  }
  const findings = checkPlaybook(shape.data)
  if (findings.length > 0) return refused(findings.map(place))
  // The example is judged by forms that are sound themselves; otherwise one slip would be told twice.
  const playbook = compilePlaybook(shape.data)
  const wrong = checkExamples(playbook)
  return wrong.length > 0 ? refused(wrong.map(place)) : { ok: true, playbook }
}

function refused(problems: readonly PlaybookProblem[]): PlaybookLoading {
  return {
    ok: false,
    problems: problems.toSorted((a, b) => a.line - b.line || a.column - b.column),
  }
}

function problemAt(file: string): Omit<PlaybookProblem, 'message' | 'remedy'> {
  return { file, line: 1, column: 1, path: '' }
}

/** Anchors would let ten lines stand for a billion, and a manager cannot follow them. */
function aliasProblems(
  document: Document,
  lines: LineCounter,
  file: string,
): readonly PlaybookProblem[] {
  const found: PlaybookProblem[] = []
  visit(document, {
    Alias(_, alias) {
      const { line, col } = lines.linePos(alias.range?.[0] ?? 0)
      found.push({
        file,
        line,
        column: col,
        path: '',
        message: `手册里不能用引用 *${alias.source}`,
        remedy: '把被引用的内容原样写出来',
      })
    },
  })
  return found
}

function yamlProblem(error: YAMLError, lines: LineCounter, file: string): PlaybookProblem {
  const { line, col } = lines.linePos(error.pos[0])
  return {
    file,
    line: Math.max(line, 1),
    column: Math.max(col, 1),
    path: '',
    ...yamlWording(error),
  }
}

function yamlWording(error: YAMLError): Pick<PlaybookProblem, 'message' | 'remedy'> {
  switch (error.code) {
    case 'DUPLICATE_KEY':
      return { message: '同一个名字写了两遍', remedy: '只留一个，或把其中一个改名' }
    case 'TAB_AS_INDENT':
      return { message: '用了制表符缩进', remedy: '改用空格缩进' }
    case 'BAD_INDENT':
      return { message: '缩进不对', remedy: '和上一行同级的内容左边对齐，下一级多两个空格' }
    case 'MULTIPLE_DOCS':
      return { message: '一个文件里写了两本手册', remedy: '删掉“---”，一个文件一本手册' }
    case 'UNEXPECTED_TOKEN':
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MISSING_CHAR':
      return {
        message: '这里的写法断了',
        remedy: `检查引号、括号和冒号后面的空格（${error.message}）`,
      }
    default:
      return { message: '这里不是正确的 YAML', remedy: `检查这一行的写法（${error.message}）` }
  }
}

function valueAt(content: unknown, path: readonly PropertyKey[]): unknown {
  let value = content
  for (const segment of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Readonly<Record<PropertyKey, unknown>>)[segment]
  }
  return value
}
