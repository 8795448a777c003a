import type { TimelineEntry } from '@yinuo/contract'
import type { CommitmentEvent, ComplaintEventType } from '@yinuo/domain'
import type { Translate } from '@yinuo/web-shared'
import type { FoldedEntry } from './fold-entries.ts'
import { isTimeLineKey, type TimeLineKey } from './time-line-texts.ts'

export const TIME_LINE_KINDS = ['customer', 'work', 'decision', 'time', 'refused'] as const
export type TimeLineKind = (typeof TIME_LINE_KINDS)[number]

export type Sentence = {
  readonly kind: TimeLineKind
  /** What happened, without who and when. */
  readonly what: string
  /** Words of people, in full. */
  readonly detail: string
  /** Done by nobody: the clocks follow what people did. */
  readonly quiet: boolean
}

/** Labels that the sentences need; everything the playbook names comes from the playbook. */
export type SentenceWords = {
  readonly t: Translate<TimeLineKey>
  /** A word of a closed vocabulary: `means.phone`; the key itself when it is unknown. */
  readonly word: (key: string) => string
  readonly nameOf: (id: string) => string
  readonly stepOf: (key: string) => string
  readonly formOf: (key: string) => string
  readonly recordOf: (kind: string) => string
  /** The values of a record: long texts as they are, the rest by their labels. */
  readonly recordText: (kind: string, values: Readonly<Record<string, unknown>>) => string
  readonly fieldOf: (form: string, field: string) => string
  readonly planOf: (plan: unknown) => string
  readonly taskOf: (id: string) => string
  readonly when: (instant: string) => string
}

type Data = Readonly<Record<string, unknown>>
type Teller = (data: Data, words: SentenceWords) => Sentence

/** One entry of the time line in words. An event type this screen does not know yet is shown by its name, never left out. */
export function sentenceOf(entry: TimelineEntry, words: SentenceWords): Sentence {
  if (entry.stream === 'refusal') return refused(entry, words)
  const teller: Teller | undefined =
    COMPLAINT[entry.type as ComplaintEventType] ?? COMMITMENT[entry.type as CommitmentEvent['type']]
  return teller?.(entry.data, words) ?? said('work', entry.type)
}

/** Several entries told as one: clocks in one line, saves with their number. */
export function sentenceOfAll(folded: FoldedEntry, words: SentenceWords): Sentence {
  const all = folded.entries.map((entry) => sentenceOf(entry, words))
  const [first] = all as [Sentence, ...Sentence[]]
  if (folded.kind === 'clocks')
    return { ...first, what: all.map((one) => one.what).join('；'), detail: '', quiet: true }
  if (all.length === 1) return first
  return { ...first, what: `${first.what}，${words.t('times', { count: all.length })}` }
}

const said = (kind: TimeLineKind, what: string, detail = ''): Sentence => ({
  kind,
  what,
  detail,
  quiet: false,
})

const told =
  (key: 'replied' | 'decision-told'): Teller =>
  (data, { t, word }) =>
    said('customer', t(key, talk(data, word)), text(data, 'content'))

const COMPLAINT: { readonly [Type in ComplaintEventType]: Teller } = {
  registered: (data, { t, word }) =>
    said(
      'customer',
      t('registered', { channel: word(`channel.${text(data, 'channel')}`) }),
      reasonIn(data),
    ),
  signed: (_data, { t }) => said('work', t('signed')),
  corrected: (data, { t, fieldOf }) =>
    said(
      'work',
      t('corrected', { field: fieldOf('registration', text(data, 'field')) }),
      `${text(data, 'value')}\n${text(data, 'reason')}`,
    ),
  'handed-over': (data, { t, nameOf }) =>
    said('work', t('handed-over', { to: nameOf(text(data, 'to')) })),
  acknowledged: (_data, { t }) => said('work', t('acknowledged')),
  'form-saved': (data, { t, formOf }) =>
    said('work', t('form-saved', { form: formOf(text(data, 'form')) })),
  'record-added': (data, words) => recordAdded(data, words),
  'record-decided': (data, { t, word, recordOf }) =>
    said(
      'decision',
      t('record-decided', {
        decision: word(`decision.${text(data, 'decision')}`),
        record: recordOf(text(data, 'kind')),
      }),
      text(data, 'remarks'),
    ),
  advised: (data, { t }) => said('time', t('advised'), text(data, 'says')),
  replied: told('replied'),
  chased: (data, { t }) => said('customer', t('chased'), text(data, 'note')),
  'step-entered': (data, { t, stepOf }) =>
    said('work', t('step-entered', { step: stepOf(text(data, 'step')) })),
  'gate-skipped': (data, { t }) =>
    said('work', t('gate-skipped', { rule: text(data, 'rule') }), text(data, 'reason')),
  'plan-saved': (data, { t, planOf }) => said('decision', t('plan-saved'), planOf(data['plan'])),
  'plan-submitted': (data, { t, planOf }) =>
    said('decision', t('plan-submitted'), planOf(data['plan'])),
  'plan-revised': (data, { t, planOf }) =>
    said('decision', t('plan-revised'), [planOf(data['plan']), text(data, 'reason')].join('\n')),
  'approval-voided': (data, { t }) => said('decision', t('approval-voided'), text(data, 'reason')),
  'plan-approved': (data, { t }) => said('decision', t('plan-approved'), text(data, 'remarks')),
  'plan-returned': (data, { t }) => said('decision', t('plan-returned'), text(data, 'remarks')),
  'plan-rejected': (data, { t }) => said('decision', t('plan-rejected'), text(data, 'remarks')),
  'decision-told': told('decision-told'),
  'opinion-recorded': (data, { t, word }) =>
    said(
      'customer',
      t('opinion-recorded', { opinion: word(`opinion.${text(data, 'opinion')}`) }),
      text(data, 'words'),
    ),
  'agreement-drafted': (_data, { t }) => said('decision', t('agreement-drafted')),
  'agreement-signed': (_data, { t }) => said('decision', t('agreement-signed')),
  'scan-filed': (data, { t, word }) =>
    said(
      'decision',
      t('scan-filed', {
        signer: text(data, 'signer'),
        on: text(data, 'signedOn'),
        means: word(`signing.${text(data, 'means')}`),
      }),
    ),
  'scan-confirmed': (_data, { t }) => said('decision', t('scan-confirmed')),
  'agreement-voided': (data, { t }) =>
    said('decision', t('agreement-voided'), text(data, 'reason')),
  'tasks-created': (data, { t }) =>
    said(
      'work',
      t('tasks-created'),
      list(data, 'tasks')
        .map((task) => text(task, 'label'))
        .join('，'),
    ),
  'task-added': (data, { t }) => said('work', t('task-added'), text(data, 'label')),
  'task-acknowledged': (data, { t, taskOf }) =>
    said('work', t('task-acknowledged', { task: taskOf(text(data, 'task')) })),
  'task-completed': (data, { t, taskOf }) =>
    said(
      'work',
      t('task-completed', { task: taskOf(text(data, 'task')), on: text(data, 'doneOn') }),
      [
        text(data, 'waybill') === '' ? '' : t('waybill', { waybill: text(data, 'waybill') }),
        text(data, 'note'),
      ]
        .filter((part) => part !== '')
        .join('，'),
    ),
  'followed-up': (data, { t, word, when }) =>
    said(
      'customer',
      t(
        data['satisfied'] === true ? 'followed-up.satisfied' : 'followed-up.unsatisfied',
        talk(data, word),
      ),
      [
        text(data, 'answer'),
        text(data, 'dislikes'),
        text(data, 'nextAt') === '' ? '' : t('next', { when: when(text(data, 'nextAt')) }),
      ]
        .filter((part) => part !== '')
        .join('\n'),
    ),
  'ending-proposed': (data, { t, word }) =>
    said(
      'decision',
      t('ending-proposed', { ending: word(`ending.${text(data, 'ending')}`) }),
      text(data, 'reason'),
    ),
  'ending-decided': (data, { t, word }) =>
    said(
      'decision',
      t('ending-decided', { decision: word(`decision.${text(data, 'decision')}`) }),
      text(data, 'remarks'),
    ),
  closed: (data, { t, word }) =>
    said('decision', t('closed', { ending: word(`ending.${text(data, 'ending')}`) })),
  'care-planned': (data, { t, when }) =>
    said('customer', t('care-planned', { when: when(text(data, 'dueAt')) }), text(data, 'note')),
  'care-made': (data, { t, word }) =>
    said(
      'customer',
      t(data['satisfied'] === false ? 'care-made.unsatisfied' : 'care-made', talk(data, word)),
      [text(data, 'answer'), text(data, 'dislikes')].filter((part) => part !== '').join('\n'),
    ),
  reopened: (data, { t }) => said('decision', t('reopened'), text(data, 'reason')),
  attached: (data, { t }) =>
    said('work', t('attached', { name: text(data, 'name') }), text(data, 'note')),
  'report-merged': (data, { t }) =>
    said('customer', t('report-merged', { person: text(data, 'person') }), text(data, 'reason')),
  printed: (data, { t, formOf }) => {
    const form = text(data, 'form')
    const key = `print.${form}`
    return said('work', t('printed', { form: isTimeLineKey(key) ? t(key) : formOf(form) }))
  },
  'link-sent': (data, { t }) =>
    said(
      'customer',
      t(text(data, 'means') === 'sms' ? 'link-sent.sms' : 'link-sent.mail', {
        contact: text(data, 'contact'),
      }),
    ),
  'link-revoked': (data, { t }) => said('decision', t('link-revoked'), text(data, 'reason')),
  'agreement-accepted': (data, { t }) =>
    said(
      'decision',
      t('agreement-accepted', { signer: text(data, 'signer'), contact: text(data, 'contact') }),
    ),
  'agreement-declined': (data, { t }) =>
    said('customer', t('agreement-declined'), text(data, 'objections')),
  'contact-revealed': (data, { t, fieldOf }) =>
    said(
      'work',
      t('contact-revealed', { field: fieldOf('registration', lastPart(text(data, 'field'))) }),
    ),
}

const COMMITMENT: { readonly [Type in CommitmentEvent['type']]: Teller } = {
  'commitment-opened': (data, { t, when }) =>
    said(
      'time',
      t(text(data, 'kind') === 'promise' ? 'promise-opened' : 'clock-opened', {
        clock: clockIn(data),
        due: when(text(data, 'dueAt')),
      }),
      text(data, 'content'),
    ),
  'commitment-warned': (data, { t }) => said('time', t('clock-warned', { clock: clockIn(data) })),
  'commitment-missed': (data, { t, when }) =>
    said('time', t('clock-missed', { clock: clockIn(data), due: when(text(data, 'dueAt')) })),
  'commitment-escalated': (data, { t, word }) =>
    said(
      'time',
      t('clock-escalated', { clock: clockIn(data), to: word(`ladder.${text(data, 'to')}`) }),
    ),
  'commitment-met': (data, { t }) =>
    said('time', t('clock-met', { clock: clockIn(data) }), text(data, 'note')),
  'commitment-voided': (data, { t }) => said('time', t('clock-voided', { clock: clockIn(data) })),
  'commitment-reassigned': (data, { t, nameOf }) =>
    said('time', t('clock-reassigned', { clock: clockIn(data), to: nameOf(text(data, 'owner')) })),
  'commitment-restarted': (data, { t, when }) =>
    said('time', t('clock-restarted', { clock: clockIn(data), due: when(text(data, 'dueAt')) })),
  'commitment-explained': (data, { t }) =>
    said('time', t('clock-explained', { clock: clockIn(data) }), text(data, 'text')),
}

function recordAdded(data: Data, { t, word, recordOf, recordText }: SentenceWords): Sentence {
  const values = part(data, 'values')
  const kind = text(data, 'kind')
  if (kind !== 'contact') return said('work', recordOf(kind), recordText(kind, values))
  const key = values['reached'] === false ? 'contact-missed' : 'contact'
  const { content, mood, askedAgain } = values
  const detail = recordText(kind, { content, mood, askedAgain })
  return said('customer', t(key, talk(values, word)), detail)
}

/** What was tried, and line by line what stood in the way and who could have done it. */
function refused(entry: TimelineEntry, { t, word }: SentenceWords): Sentence {
  const lines = list(entry.data, 'unmet').map((gate) => text(gate, 'text'))
  return said('refused', t('refused', { action: word(`action.${entry.type}`) }), lines.join('\n'))
}

function talk(data: Data, word: (key: string) => string): { means: string; person: string } {
  return { means: word(`means.${text(data, 'means')}`), person: text(data, 'person') }
}

function reasonIn(data: Data): string {
  return text(part(data, 'values'), 'reason')
}

/** Which clock: the server names it with every event of its stream. */
function clockIn(data: Data): string {
  return text(data, 'label') || text(data, 'content')
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1)
}

function text(data: Data, key: string): string {
  const value = data[key]
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}

function part(data: Data, key: string): Data {
  const value = data[key]
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Data) : {}
}

function list(data: Data, key: string): readonly Data[] {
  const value = data[key]
  return Array.isArray(value)
    ? value.filter((item): item is Data => typeof item === 'object' && item !== null)
    : []
}
