import { after, type CaseCommand, type EndingKey, hasDuty, type Option } from '@yinuo/domain'
import { type Life, LUB, ZONE } from './life.ts'
import { CARE, form, PLAN, PRINTING, record, SCAN, TOLD } from './way.ts'

/** An input with nothing wrong in it for an action that is offered; only the case or the actor can be the reason to refuse. */
export function sampleCommand(life: Life, option: Option, name: string): CaseCommand {
  const skip = Object.fromEntries(
    option.unmet.filter((gate) => gate.strength === 'should').map((gate) => [gate.rule, '赶时间']),
  )
  const { target } = option
  switch (option.action) {
    case 'sign':
    case 'acknowledge':
    case 'draft-agreement':
    case 'sign-agreement':
    case 'confirm-scan':
      return { type: option.action }
    case 'correct':
      return { type: 'correct', field: 'batch', value: '20251118-B2', reason: '客户补报' }
    case 'hand-over':
      return { type: 'hand-over', to: receiver(life) }
    case 'save-form':
      return form(formNeeded(life))
    case 'add-record':
      return { ...record(recordNeeded(life, name)), skip: { 'GDE-06': '客户急着说完' } }
    case 'decide-record': {
      const [kind = '', entry = ''] = target.split(':')
      return {
        type: 'decide-record',
        kind,
        entry: Number(entry),
        decision: 'approved',
        remarks: '',
      }
    }
    case 'mark-chased':
      return { type: 'mark-chased', note: '' }
    case 'reply':
    case 'tell-decision':
      return { type: option.action, ...TOLD }
    case 'enter-step':
      return { type: 'enter-step', step: target, taskIds: freshTasks(life), skip }
    case 'save-plan':
      return { type: 'save-plan', plan: PLAN, skip }
    case 'submit-plan':
      return { type: 'submit-plan', plan: PLAN, skip }
    case 'revise-plan':
      return { type: 'revise-plan', plan: PLAN, reason: '客户少要一桶', accepted: null, skip }
    case 'decide-plan':
    case 'decide-ending':
      return { type: option.action, decision: 'approved', remarks: '' }
    case 'record-opinion':
      return { type: 'record-opinion', opinion: 'accepted', words: '' }
    case 'file-scan':
      return { ...SCAN, signedOn: dayOf(life.now) }
    case 'acknowledge-task':
      return { type: 'acknowledge-task', task: target }
    case 'complete-task':
      return {
        type: 'complete-task',
        task: target,
        waybill: 'SF1',
        doneOn: dayOf(life.now),
        note: '已签收',
      }
    case 'add-task':
      return { type: 'add-task', task: freshTasks(life)[0] ?? '', ...PRINTING }
    case 'plan-care':
      return { type: 'plan-care', dueAt: after(life.now, 'PT720H'), note: '问油压' }
    case 'record-care':
      return { type: 'record-care', ...CARE }
    case 'reopen':
      return { type: 'reopen', reason: '客户又来电话' }
    case 'record-follow-up':
      return {
        type: 'record-follow-up',
        means: 'phone',
        person: '罗经理',
        answer: '油压正常了',
        satisfied: true,
        dislikes: '',
        changeNeeded: false,
        received: true,
        nextAt: null,
      }
    case 'propose-ending':
      return { type: 'propose-ending', ending: target as EndingKey, reason: '有理由' }
    case 'close':
      return { type: 'close', clean: true, skip }
    case 'attach':
      return { type: 'attach', attachment: 'file-1', name: '桶身.jpg', note: '' }
    case 'merge-report':
      return { type: 'merge-report', receivedAt: life.now, person: '', reason: '又报警', words: [] }
    case 'print-form':
      return { type: 'print-form', form: 'agreement' }
    case 'send-link':
      return { type: 'send-link' }
    case 'revoke-link':
      return { type: 'revoke-link', reason: '发错了' }
    case 'reveal-contact':
      return { type: 'reveal-contact', field: 'phone' }
  }
}

export function freshTasks(life: Life): readonly string[] {
  const count = life.state.tasks.length
  return [1, 2, 3, 4, 5].map((number) => `task-${count + number}`)
}

export function dayOf(instant: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(ZONE).toPlainDate().toString()
}

/** Somebody who handles complaints and neither has this one nor has it before him; the recorder may take it himself. */
function receiver({ state, people, now }: Life): string {
  const passed = [state.pendingHandover?.to, state.acknowledgedAt === null ? null : state.owner]
  const found = [...people.values()].find(
    (person) => !passed.includes(person.id) && hasDuty(person, 'handle', people, LUB, dayOf(now)),
  )
  return found?.id ?? 'nobody'
}

/** A form of the present step that is not filled yet, or of the last step before that has one; at the door the first. */
function formNeeded({ state }: Life): string {
  const at = LUB.steps.findIndex((step) => step.key === state.step)
  const forms = LUB.steps.slice(1, Math.max(at, 1) + 1).flatMap((step) => step.forms)
  return forms.findLast((key) => state.forms[key] === undefined) ?? forms.at(-1) ?? 'finding-out'
}

/** What the method still misses of what one writes down; when nothing is missing, one more talk. */
function recordNeeded({ state, people, now }: Life, name: string): string {
  const person = people.get(name)
  const handles = person !== undefined && hasDuty(person, 'handle', people, LUB, dayOf(now))
  // Who writes down one kind alone: a leader's visit.
  if (!handles) return 'leader-care'
  const needed = ['contact', 'read-back', 'vent', 'calming', 'apology', 'end-user-check']
  return needed.find((kind) => state.records[kind] === undefined) ?? 'contact'
}
