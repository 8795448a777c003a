import type { Block, Paper } from '../paper.ts'
import type { Source } from '../words.ts'
import { caseFacts } from './case-facts.ts'

type Task = Source['view']['tasks'][number]

/** A8: one sheet for every department; each gets what concerns it (AGR-03). */
export function executionPaper(source: Source): Paper {
  return {
    title: source.words.t('paper.execution'),
    blocks: source.view.tasks.flatMap((task, index): readonly Block[] => [
      ...(index === 0 ? [] : [{ kind: 'new-sheet' } as const]),
      caseFacts(source),
      taskFacts(source, task),
      taskSignatures(source, task),
    ]),
  }
}

function taskFacts({ words }: Source, task: Task): Block {
  const { t } = words
  return {
    kind: 'facts',
    title: '',
    rows: [
      { label: t('department'), value: task.postLabel },
      { label: t('task'), value: task.label },
      { label: t('product'), value: task.product },
      { label: t('quantity'), value: `${task.quantity} ${task.unit}`.trim() },
      { label: t('details'), value: task.note },
      { label: t('recipient'), value: task.recipient },
      { label: t('phone'), value: task.phone },
      { label: t('address'), value: task.address },
      { label: t('due'), value: task.dueOn },
      {
        label: t('evidence'),
        value: [task.waybill, task.doneOn, task.resultNote]
          .filter((part) => part !== '')
          .join('，'),
      },
    ],
  }
}

function taskSignatures({ view, words }: Source, task: Task): Block {
  const { t, day } = words
  return {
    kind: 'signatures',
    signatures: [
      { label: t('notifier'), name: view.owner.name, date: '' },
      { label: t('receiver'), name: task.acknowledgedBy?.name ?? '', date: '' },
      { label: t('finisher'), name: task.doneBy?.name ?? '', date: day(task.doneAt) },
    ],
  }
}
