import { decide, isRefusal, options } from '@yinuo/domain'
import { expect, test } from 'vitest'
import { contextOf, type Life, registered } from './life.ts'
import { unmetLine } from './refused.ts'
import { sampleCommand } from './sample-command.ts'
import { NAMES, staff, standingInFor } from './staff.ts'
import { walkedTo, WAY } from './way.ts'

/** Every offered action that `decide` refuses, and every refused one that it accepts, for one person. */
function differences(life: Life, name: string): readonly string[] {
  const context = contextOf(name, life.now, life.people)
  return options(life.state, context).flatMap((option) => {
    const outcome = decide(life.state, sampleCommand(life, option, name), context)
    if (option.allowed === !isRefusal(outcome)) return []
    const why = isRefusal(outcome) ? outcome.unmet.map(unmetLine).join('; ') : 'accepted'
    return [`${name} ${option.action} ${option.target}: offered ${option.allowed}, but ${why}`]
  })
}

test('SYS-20 at every place of S01 what is offered to anybody is what is accepted from him', () => {
  for (const [place] of WAY) {
    const life = walkedTo(place)
    for (const name of NAMES) expect(differences(life, name)).toEqual([])
  }
})

test('SYS-20 also for a handler who took the complaint himself, and for stand-ins', () => {
  const life = registered('陈志强')
  expect(differences(life, '陈志强')).toEqual([])
  life.do('陈志强', { type: 'sign' })
  expect(differences(life, '陈志强')).toEqual([])
  const submitted = walkedTo('plan submitted')
  submitted.people = staff({ 陈志强: standingInFor('周建国'), 赵永: standingInFor('陈志强') })
  for (const name of NAMES) expect(differences(submitted, name)).toEqual([])
})
