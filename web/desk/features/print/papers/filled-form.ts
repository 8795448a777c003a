import type { Paper } from '../paper.ts'
import { formRows } from '../shown-field.ts'
import type { Source } from '../words.ts'
import { caseFacts } from './case-facts.ts'
import { recordsTable } from './records-table.ts'

/** A2…A5: a form of the playbook as it stands, with the records that belong to it. */
export function filledForm(source: Source, form: string, records: readonly string[]): Paper {
  return {
    title: source.playbook.forms[form]?.label ?? '',
    blocks: [
      caseFacts(source),
      { kind: 'facts', title: '', rows: formRows(source, form) },
      ...records.flatMap((kind) => recordsTable(source, kind)),
      {
        kind: 'signatures',
        signatures: [{ label: source.words.t('handler'), name: source.view.owner.name, date: '' }],
      },
    ],
  }
}
