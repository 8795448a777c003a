import type { Card, Ending, Gate, Mood, Playbook, Remedy, RemedyAsk, Step } from '@yinuo/domain'
import { clockWords } from './clock-words.ts'
import { conditionSentence } from './condition-sentence.ts'
import { fieldsWords } from './field-words.ts'
import { gateSentence, reactionSentence } from './gate-sentence.ts'
import { quoted } from './place-words.ts'
import { postsWith, postWords, qualificationWords } from './post-words.ts'

/**
 * The whole playbook as a manager reads it (PBK-02): words and figures, in the order of the file, with the requirement each
 * comes from. Nothing but labels of the file and the words of the grammar; no key stands in it.
 */
export function playbookReading(playbook: Playbook) {
  const { version, label } = playbook
  return {
    version,
    label,
    steps: playbook.steps.map((step) => stepWords(step, playbook)),
    records: Object.values(playbook.records).map((kind) => ({
      label: kind.label,
      rule: kind.rule,
      writers: postsWith(kind.duty, playbook),
      deciders: kind.decidedBy === undefined ? [] : postsWith(kind.decidedBy, playbook),
      fields: fieldsWords(kind, playbook),
    })),
    gates: playbook.gates.map((gate) => ({
      rule: gate.id,
      strength: gate.strength,
      sentence: gateSentence(gate, playbook),
      who: gate.who.map((post) => playbook.posts[post]?.label ?? ''),
      shows: gate.shows ?? '',
    })),
    reactions: playbook.reactions.map((reaction) => ({
      rule: reaction.id,
      sentence: reactionSentence(reaction, playbook),
    })),
    clocks: playbook.clocks.map((clock) => clockWords(clock, playbook)),
    figures: Object.entries(playbook.figures).map(([key, figure]) => ({
      label: figure.label,
      value: `${playbook.settings[key]}${figure.unit}`,
      rule: figure.rule ?? '',
    })),
    remedies: playbook.remedies.map((remedy) => remedyWords(remedy, playbook)),
    endings: playbook.endings.map((ending) => endingWords(ending, playbook)),
    cards: Object.values(playbook.cards).map((card) => cardWords(card, playbook)),
    phrases: playbook.phrases.map(({ rule, level, says, instead }) => ({
      rule,
      level,
      says,
      instead,
    })),
    posts: Object.values(playbook.posts).map(postWords),
    qualification: [...Map.groupBy(playbook.qualification, ({ group }) => group)].map(
      ([group, items]) => ({ group, items: items.map(qualificationWords) }),
    ),
  }
}

function stepWords(step: Step, playbook: Playbook) {
  return {
    label: step.label,
    needs: step.needs,
    status: playbook.statuses[step.status] ?? '',
    posts: postsWith(step.duty, playbook),
    forms: step.forms.flatMap((key) => {
      const form = playbook.forms[key]
      return form === undefined
        ? []
        : [{ label: form.label, rule: form.rule, fields: fieldsWords(form, playbook) }]
    }),
    /** Places in `gates` of what is asked on entering or leaving the step or on filling its forms. */
    gates: playbook.gates.flatMap((gate, index) => (isAskedIn(step, gate) ? [index] : [])),
  }
}

function isAskedIn(step: Step, gate: Gate): boolean {
  return gate.on.some(({ verb, object }) =>
    verb === 'enter' || verb === 'leave'
      ? object === step.key
      : (verb === 'save' || verb === 'change') && step.forms.includes(object.split('.')[0] ?? ''),
  )
}

const ASKS: Readonly<Record<RemedyAsk, string>> = { who: '给谁', on: '哪天', place: '在哪里' }
const EVIDENCE = { waybill: '运单号和发货日期', receipt: '签收或完成的日期和说明' } as const

function remedyWords({ label, kind, asks, task }: Remedy, { posts }: Playbook) {
  const notes = [
    asks.length === 0 ? '' : `报批前写明${asks.map((ask) => ASKS[ask]).join('、')}`,
    task === undefined
      ? ''
      : `协议签好后派给${posts[task.post]?.label ?? ''}“${task.label}”，凭${EVIDENCE[task.evidence]}算完成`,
  ]
  return {
    label,
    isMaterial: kind === 'material',
    rule: task?.rule ?? '',
    notes: notes.filter((note) => note !== ''),
  }
}

function endingWords({ label, rule, needsApproval, tell, need }: Ending, playbook: Playbook) {
  const notes = [
    need === undefined ? '' : `要先做到：${conditionSentence(need, playbook)}`,
    needsApproval ? '要领导批准' : '不用另外批准',
    tell ? '批准后先告诉客户，再结案' : '',
  ]
  return { label, rule, notes: notes.filter((note) => note !== '') }
}

const MOODS: Readonly<Record<Mood, string>> = {
  calm: '平静',
  anxious: '着急',
  angry: '生气',
  furious: '愤怒',
}

function cardWords({ title, points, steps, moods }: Card, playbook: Playbook) {
  const labels = steps.map((key) => playbook.steps.find((step) => step.key === key)?.label ?? '')
  const when = [
    labels.length === 0 ? '' : `在${labels.map(quoted).join('')}先显示`,
    moods.length === 0 ? '' : `客户${moods.map((mood) => MOODS[mood]).join('、')}时排在最前面`,
  ]
  return {
    title,
    when: when.filter((words) => words !== '').join('；'),
    points: points.map(({ text, done }) => ({
      text,
      done: done === undefined ? '' : `${conditionSentence(done, playbook)}，就打勾`,
    })),
  }
}
