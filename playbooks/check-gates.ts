import type { Trigger } from '@yinuo/domain'
import { checkCondition } from './check-condition.ts'
import { offer, type Report } from './finding.ts'
import type { PlaybookSource } from './playbook-schema.ts'

/** Gates no playbook can soften (architecture §4); the domain holds them even where a file leaves them out. */
const FLOOR_GATES: readonly string[] = [
  'CMP-03',
  'CMP-04',
  'APR-02',
  'AGR-01',
  'EXE-05',
  'FUP-01',
  'NEG-17',
  'SYS-15',
]

/** Every gate is asked at a moment that comes, about things that exist, and can be met by somebody. */
export function checkGates(source: PlaybookSource, report: Report): void {
  const posts = Object.keys(source.posts)
  const skippable = new Set<string>()
  for (const [index, gate] of source.gates.entries()) {
    const path = ['gates', index] as const
    const name = `关口 ${gate.id} `
    if (FLOOR_GATES.includes(gate.id) && gate.strength !== 'must') {
      const message = `${name}是底线，不能放宽成 ${gate.strength}`
      report({ path: [...path, 'strength'], message, remedy: '改回 strength: must' })
    }
    // A skip is recorded under the gate's id, so two skippable gates of one id could not be told apart.
    if (gate.strength === 'should' && skippable.has(gate.id)) {
      const message = `${name}写了两个可以跳过的`
      report({ path: [...path, 'id'], message, remedy: '合成一个，或用各自的编号' })
    }
    if (gate.strength === 'should') skippable.add(gate.id)
    for (const trigger of gate.on) checkTrigger(source, trigger, [...path, 'on'], name, report)
    for (const part of ['when', 'unless', 'need'] as const) {
      const condition = gate[part]
      if (condition !== undefined) checkCondition(source, condition, [...path, part], name, report)
    }
    for (const post of gate.who.filter((one) => !posts.includes(one))) {
      const message = `${name}里的岗位“${post}”不存在`
      report({ path: [...path, 'who'], word: post, message, remedy: offer(post, posts) })
    }
  }
}

function checkTrigger(
  source: PlaybookSource,
  { verb, object }: Trigger,
  path: readonly (string | number)[],
  name: string,
  report: Report,
): void {
  const allowed = triggerObjects(source, verb)
  if (allowed.includes(object)) return
  const message = `${name}的时机 ${verb}: ${object} 不会出现`
  report({ path, word: object, message, remedy: offer(object, allowed) })
}

/** Reactions speak of things that exist and tell posts that exist. */
export function checkReactions(source: PlaybookSource, report: Report): void {
  const posts = Object.keys(source.posts)
  for (const [index, { id, when, notify }] of source.reactions.entries()) {
    const path = ['reactions', index] as const
    const name = `反应 ${id} `
    checkCondition(source, when, [...path, 'when'], name, report)
    for (const post of notify.filter((one) => !posts.includes(one))) {
      const message = `${name}里的岗位“${post}”不存在`
      report({ path: [...path, 'notify'], word: post, message, remedy: offer(post, posts) })
    }
  }
}

function triggerObjects(source: PlaybookSource, verb: Trigger['verb']): readonly string[] {
  const forms = Object.keys(source.forms)
  switch (verb) {
    case 'enter':
    case 'leave':
      return source.steps.map(({ key }) => key)
    case 'save':
      return [...forms, ...Object.keys(source.records), 'plan', 'promise', 'outcome-promise']
    case 'change':
      return [
        ...forms,
        'plan',
        ...Object.entries(source.forms).flatMap(([form, { fields }]) =>
          Object.keys(fields).map((field) => `${form}.${field}`),
        ),
      ]
    case 'send':
      return ['handover', 'plan', 'refusal']
    case 'print':
      return ['agreement']
    case 'assign':
    case 'grant':
      return Object.keys(source.posts)
    case 'decide':
      return ['plan', 'ending', 'close']
  }
}
