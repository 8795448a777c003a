import type { z } from 'zod'
import { type Finding, offer, shown } from './finding.ts'

const KINDS: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  object: '一组“名字: 内容”',
  record: '一组“名字: 内容”',
  array: '方括号里的一串',
  tuple: '方括号里的一串',
}

type Issue = z.core.$ZodIssue

/** What zod found, said to the person who edits the file. `value` is what stands at the path now. */
export function findingsOf(issue: Issue, value: unknown): readonly Finding[] {
  const path = issue.path.map((segment) => (typeof segment === 'symbol' ? '' : segment))
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((word) => ({
      path: [...path, word],
      atKey: true,
      message: `这里没有“${word}”这一项`,
      remedy: '检查拼写，或删掉这一行',
    }))
  }
  return [{ path, ...wordingOf(issue, value, nameOf(path.at(-1))) }]
}

function nameOf(segment: string | number | undefined): string {
  return typeof segment === 'number' ? `第 ${segment + 1} 项` : (segment ?? '整个文件')
}

function wordingOf(
  issue: Issue,
  value: unknown,
  name: string,
): Pick<Finding, 'message' | 'remedy'> {
  if (issue.code === 'custom') {
    const remedy: unknown = issue.params?.['remedy']
    return { message: issue.message, remedy: typeof remedy === 'string' ? remedy : '请改正' }
  }
  if (value === undefined || value === null) {
    return { message: `缺少“${name}”`, remedy: `补上 ${name}: …` }
  }
  switch (issue.code) {
    case 'invalid_value':
      return {
        message: `“${shown(value)}”不能用在这里`,
        remedy: offer(shown(value), issue.values.map(String)),
      }
    case 'invalid_type': {
      const kind = KINDS[issue.expected] ?? issue.expected
      return { message: `“${name}”应当是${kind}`, remedy: `改成${kind}` }
    }
    case 'invalid_format':
      return { message: `“${shown(value)}”的写法不对`, remedy: formatRemedy(name) }
    case 'invalid_key':
      return {
        message: `名字“${name}”的写法不对`,
        remedy: '名字用英文字母开头，只含字母、数字和连字符，最多 40 个',
      }
    case 'too_small':
      return { message: `“${name}”是空的或太小`, remedy: `至少 ${String(issue.minimum)}` }
    case 'too_big':
      return { message: `“${name}”太长或太大`, remedy: `至多 ${String(issue.maximum)}` }
    case 'invalid_union':
      return {
        message: `“${name}”的写法不对`,
        remedy: '改成文字、数字或 true/false；时限和下限可以写 { setting: 名字 }',
      }
    default:
      return { message: `“${name}”的内容不对`, remedy: '请对照润滑油厂的手册改正' }
  }
}

function formatRemedy(name: string): string {
  if (name === 'rule' || name === 'id') return '写需求目录里的编号，例如 CMP-03'
  if (name === 'number-prefix') return '写 1 到 6 个大写字母，例如 TS'
  return '名字用英文字母开头，只含字母、数字和连字符，最多 40 个'
}
