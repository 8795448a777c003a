import type { Gate, Playbook, Reaction, Strength, Trigger } from '@yinuo/domain'
import { conditionSentence } from './condition-sentence.ts'
import { placeWords, quoted, valueWords } from './place-words.ts'

const LEADS: Readonly<Record<Strength, string>> = {
  must: '必须做到',
  should: '应当做到',
  advice: '最好做到',
}

/** When a gate is asked, on what condition, and what it needs: 离开“详细了解”时，必须做到：记过“与客户联系”（联系上了：是）。 */
export function gateSentence(gate: Gate, playbook: Playbook): string {
  const moments = gate.on.map((trigger) => momentWords(trigger, playbook)).join('、')
  const when = gate.when === undefined ? '' : `如果${conditionSentence(gate.when, playbook)}，`
  const unless =
    gate.unless === undefined ? '' : `除非${conditionSentence(gate.unless, playbook)}，否则`
  const need = conditionSentence(gate.need, playbook)
  return `${moments}时，${when}${unless}${LEADS[gate.strength]}：${need}。`
}

export function reactionSentence({ when, says, notify }: Reaction, playbook: Playbook): string {
  const told = notify.map((post) => playbook.posts[post]?.label ?? '').join('、')
  return `一旦${conditionSentence(when, playbook)}，程序就在时间线里写明${quoted(says)}，并告诉${told}。`
}

const OBJECTS: Readonly<Record<string, string>> = {
  plan: '方案',
  agreement: '处理协议',
  ending: '结束方式',
}

function momentWords({ verb, object, from }: Trigger, playbook: Playbook): string {
  const step = playbook.steps.find(({ key }) => key === object)?.label ?? ''
  const post = playbook.posts[object]?.label ?? ''
  switch (verb) {
    case 'enter':
      return `进入${quoted(step)}`
    case 'leave':
      return `离开${quoted(step)}`
    case 'save':
      return savedWords(object, playbook)
    case 'change':
      return from === undefined
        ? `填写${changedWords(object, playbook)}`
        : `把${changedWords(object, playbook)}从${quoted(valueWords(object, from, playbook))}改掉`
    case 'send':
      return object === 'handover' ? '移交投诉' : object === 'plan' ? '报批方案' : '拒绝客户'
    case 'print':
      return `打印${OBJECTS[object] ?? ''}`
    case 'assign':
      return `指派${post}`
    case 'grant':
      return `任命${post}`
    case 'decide':
      return object === 'close' ? '结案' : `批复${OBJECTS[object] ?? ''}`
  }
}

function savedWords(object: string, playbook: Playbook): string {
  if (object === 'plan') return '存方案'
  if (object === 'promise') return '向客户承诺'
  if (object === 'outcome-promise') return '向客户承诺处理结果'
  const form = playbook.forms[object]
  return form === undefined
    ? `记${quoted(playbook.records[object]?.label ?? '')}`
    : `存《${form.label}》`
}

function changedWords(object: string, playbook: Playbook): string {
  if (object === 'plan') return '方案'
  return object.includes('.')
    ? placeWords(object, playbook)
    : `《${playbook.forms[object]?.label ?? ''}》`
}
