import type { Paper, Signature } from '../paper.ts'
import type { Source } from '../words.ts'
import { remedyTable } from './remedy-table.ts'

/**
 * A7, AGR-02: what both sides sign, made of the agreement alone: neither our opinion nor who was at fault can stand on it
 * (GDE-08).
 */
export function agreementPaper(source: Source): Paper {
  const { view, words, address } = source
  const { t, day } = words
  const { agreement } = view
  const title = t('paper.agreement')
  if (agreement === null) return { title, blocks: [] }
  return {
    title,
    blocks: [
      {
        kind: 'facts',
        title: '',
        rows: [
          { label: t('number'), value: view.number },
          ...(agreement.version > 1
            ? [{ label: t('version'), value: String(agreement.version) }]
            : []),
          { label: t('company'), value: words.company },
          { label: t('customer'), value: agreement.customer },
          { label: t('address'), value: address },
          { label: t('batch'), value: agreement.product },
          { label: t('problem'), value: agreement.problem },
          { label: t('date'), value: day(agreement.draftedAt) },
        ],
      },
      remedyTable(source, agreement.remedies, agreement.costFen),
      {
        kind: 'signatures',
        signatures: [
          {
            label: t('we'),
            name: agreement.companySigner?.name ?? '',
            date: day(agreement.companySigned?.at ?? null),
          },
          customerSignature(source, agreement),
        ],
      },
    ],
  }
}

function customerSignature(
  { words }: Source,
  { accepted, scan }: NonNullable<Source['view']['agreement']>,
): Signature {
  const { t, day } = words
  const label = t('they')
  if (accepted !== null)
    return { label, name: t('by-code', { name: accepted.signer }), date: day(accepted.at) }
  return { label, name: scan?.signer ?? '', date: scan?.signedOn ?? '' }
}
