import type { Paper } from '../paper.ts'
import type { Source } from '../words.ts'
import { caseFacts } from './case-facts.ts'
import { remedyTable } from './remedy-table.ts'

/** A6: for the leader's desk only; the customer never gets it (GDE-08). */
export function approvalPaper(source: Source): Paper {
  const { view, words } = source
  const { t, word, yuan } = words
  const { plan } = view
  const title = t('paper.approval')
  if (plan === null) return { title, blocks: [caseFacts(source)] }
  const { content } = plan
  const told = view.records['reply']?.at(-1)
  const isDecided = plan.stage !== 'draft' && plan.stage !== 'submitted'
  return {
    title,
    blocks: [
      caseFacts(source),
      {
        kind: 'facts',
        title: '',
        rows: [
          { label: t('opinion'), value: content.opinion },
          {
            label: t('level'),
            value: [word(`level.${content.level}`), content.levelReason]
              .filter((part) => part !== '')
              .join('，'),
          },
          { label: t('cost'), value: yuan(content.costFen) },
          { label: t('kept'), value: yuan(content.keptFen) },
          { label: t('class'), value: plan.class === null ? '' : word(`class.${plan.class}`) },
        ],
      },
      remedyTable(source, content.remedies, content.costFen),
      {
        kind: 'facts',
        title: '',
        rows: [
          {
            label: t('decision'),
            value: isDecided
              ? [word(`decision.${plan.stage as 'approved'}`), plan.remarks]
                  .filter((part) => part !== '')
                  .join('：')
              : '',
          },
          {
            label: t('told'),
            value:
              told === undefined
                ? ''
                : [words.time(told.at), told.values['person'], told.values['content']]
                    .filter((part) => typeof part === 'string' && part !== '')
                    .join('，'),
          },
        ],
      },
      {
        kind: 'signatures',
        signatures: [
          { label: t('submitted'), name: plan.author.name, date: words.day(plan.submittedAt) },
          { label: t('leader'), name: plan.decidedBy?.name ?? '', date: '' },
        ],
      },
    ],
  }
}
