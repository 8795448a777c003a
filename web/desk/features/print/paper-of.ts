import type { PrintForm } from '@yinuo/domain'
import type { Paper } from './paper.ts'
import { agreementPaper } from './papers/agreement.ts'
import { approvalPaper } from './papers/approval.ts'
import { executionPaper } from './papers/execution.ts'
import { filledForm } from './papers/filled-form.ts'
import { followUpPaper } from './papers/follow-up.ts'
import { registrationPaper } from './papers/registration.ts'
import type { Source } from './words.ts'

const PAPERS: Readonly<Record<PrintForm, (source: Source) => Paper>> = {
  registration: registrationPaper,
  'finding-out': (source) => filledForm(source, 'finding-out', ['contact', 'note', 'read-back']),
  exchange: (source) => filledForm(source, 'exchange', []),
  analysis: (source) => filledForm(source, 'analysis', ['consultation', 'end-user-check']),
  negotiation: (source) => filledForm(source, 'negotiation', []),
  approval: approvalPaper,
  agreement: agreementPaper,
  execution: executionPaper,
  'follow-up': followUpPaper,
}

/** SYS-19: a form of Annex A for one complaint, as this reader sees the complaint. */
export function paperOf(form: PrintForm, source: Source): Paper {
  return PAPERS[form](source)
}
