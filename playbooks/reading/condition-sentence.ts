import type { Bound, Condition, Json, Playbook } from '@yinuo/domain'
import { APPROVED, CONFIRMED, SIGNED } from '../readable-places.ts'
import {
  figureWords,
  holderWords,
  nameWords,
  placeWords,
  quoted,
  valueWords,
} from './place-words.ts'

/**
 * A condition of the closed grammar as the clause a manager reads (PBK-02): 填好《投诉登记表》的“谁说的”. All words but those
 * of the grammar itself are the playbook's labels, so a changed label changes the sentence.
 */
export function conditionSentence(condition: Condition, playbook: Playbook): string {
  if ('filled' in condition) return filled(condition.filled, playbook)
  if ('in' in condition) return among(condition.in, playbook)
  if ('atLeast' in condition) return compared(condition.atLeast, playbook, '不低于')
  if ('atMost' in condition) return compared(condition.atMost, playbook, '不高于')
  if ('count' in condition) return counted(condition.count, playbook)
  if ('recorded' in condition) return recorded(condition.recorded, playbook)
  if ('signedBy' in condition) {
    const { what, by } = condition.signedBy
    return `${SIGNERS[by]}已在${SIGNED[what] ?? ''}上签字`
  }
  if ('approved' in condition) return `领导已批准${APPROVED[condition.approved] ?? ''}`
  if ('confirmed' in condition)
    return `双方都在${CONFIRMED[condition.confirmed] ?? ''}上签了字，客户的签字经第二人确认`
  if ('allDone' in condition) return allDone(condition.allDone, playbook)
  if ('all' in condition) return joined(condition.all, playbook, '，并且')
  if ('any' in condition) return joined(condition.any, playbook, '，或者')
  return 'in' in condition.not
    ? among(condition.not.in, playbook, '不是')
    : `不是这样：${conditionSentence(condition.not, playbook)}`
}

/** What is so or not so reads better as a clause than as 是否…是“是”. */
const CLAUSES: Readonly<Record<string, string>> = {
  'plan.told': '决定已经告诉客户',
  'follow-up.satisfied': '跟踪时客户说满意',
}

const SIGNERS = { recorder: '登记人本人', company: '我方', customer: '客户' } as const

/** 填好《表》的“甲”“乙”; one form is named once. */
function filled(paths: readonly string[], playbook: Playbook): string {
  const byHolder = Map.groupBy(paths, (path) => holderWords(path, playbook))
  return [...byHolder]
    .map(([holder, own]) => {
      const names = own.map((path) => nameWords(path, playbook)).join('')
      return `填好${holder}${names}`
    })
    .join('，')
}

function among(
  [path, values]: readonly [string, readonly Json[]],
  playbook: Playbook,
  word: '是' | '不是' = '是',
): string {
  const clause = CLAUSES[path]
  if (clause !== undefined && word === '是' && values.length === 1 && values[0] === true)
    return clause
  const words = values.map((value) => quoted(valueWords(path, value, playbook)))
  return `${placeWords(path, playbook)}${word}${words.join('或')}`
}

function compared(
  [path, bound]: readonly [string, Bound],
  playbook: Playbook,
  word: string,
): string {
  const limit =
    typeof bound === 'object'
      ? figureWords(bound.setting, playbook)
      : typeof bound === 'string'
        ? quoted(valueWords(path, bound, playbook))
        : valueWords(path, bound, playbook)
  return `${placeWords(path, playbook)}${word}${limit}`
}

type Where = Readonly<Record<string, Json>> | undefined

function counted(
  { of, atLeast, where, onDays }: Extract<Condition, { count: unknown }>['count'],
  playbook: Playbook,
): string {
  if (of === 'plan.remedies') {
    const remedy = playbook.remedies.find(({ key }) => key === where?.['remedy'])
    const named = remedy === undefined ? '补救办法' : quoted(remedy.label)
    return atLeast === 1 ? `方案里有${named}` : `方案里至少有${atLeast}项${named}`
  }
  const days = onDays === undefined ? '' : `，分在${onDays}个不同的日子`
  return `至少记过${atLeast}次${recordWords(of, where, playbook)}${days}`
}

function recorded(
  { kind, where, afterSet, byOther }: Extract<Condition, { recorded: unknown }>['recorded'],
  playbook: Playbook,
): string {
  const after =
    afterSet === undefined ? '' : `，而且记在${placeWords(afterSet, playbook)}最后一次改动之后`
  const other =
    byOther === undefined
      ? ''
      : `，其中${nameWords(`${kind}.${byOther}`, playbook)}是记录人和负责人以外的人`
  return `记过${recordWords(kind, where, playbook)}${after}${other}`
}

function recordWords(kind: string, where: Where, playbook: Playbook): string {
  const parts = Object.entries(where ?? {}).map(([key, value]) => {
    const path = `${kind}.${key}`
    return `${nameWords(path, playbook).slice(1, -1)}：${valueWords(path, value, playbook)}`
  })
  const only = parts.length === 0 ? '' : `（${parts.join('，')}）`
  return `${quoted(playbook.records[kind]?.label ?? '')}${only}`
}

function allDone(what: string, playbook: Playbook): string {
  if (what === 'task') return '各部门的执行单都办完了'
  return `${quoted(playbook.records[what]?.label ?? '')}每一条都有了批复`
}

/** What is joined inside what is joined stands in brackets, so that 并且 and 或者 cannot be read two ways. */
function joined(parts: readonly Condition[], playbook: Playbook, word: string): string {
  return parts
    .map((part) => {
      const sentence = conditionSentence(part, playbook)
      const isJoined = 'all' in part || 'any' in part || ('not' in part && !('in' in part.not))
      return isJoined && parts.length > 1 ? `（${sentence}）` : sentence
    })
    .join(word)
}
