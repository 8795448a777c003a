import { isEntered } from '../playbook/condition.ts'
import type { Field, Playbook } from '../playbook/playbook.ts'
import { asText } from '../text/as-text.ts'
import type { ComplaintState } from './state.ts'

export type QuestionTally = {
  readonly form: string
  /** How many the bank has for this product group, and how many of them were put to the customer. */
  readonly questions: number
  readonly asked: number
  readonly answered: number
  /** Fields that have to be asked and were not. */
  readonly unasked: readonly string[]
  /** Fields that were asked and not answered: the customer does not know, or keeps it to himself. */
  readonly withheld: readonly string[]
}

/**
 * INV-18: what of the question bank was asked and answered. A question marked 客户无法提供 was asked and not answered. Null
 * where the form is no question bank.
 */
export function questionTally(
  state: ComplaintState,
  form: string,
  playbook: Playbook,
): QuestionTally | null {
  const bank = questionsFor(state, form, playbook)
  if (bank.length === 0) return null
  const content = state.forms[form]
  const isAnswered = ({ key }: Field): boolean => isEntered(content?.values[key])
  const isWithheld = (field: Field): boolean =>
    !isAnswered(field) && isEntered(content?.unavailable[field.key])
  const answered = bank.filter(isAnswered)
  const withheld = bank.filter(isWithheld)
  const unasked = bank.filter(
    (field) => field.ask === 'must' && !isAnswered(field) && !isWithheld(field),
  )
  return {
    form,
    questions: bank.length,
    asked: answered.length + withheld.length,
    answered: answered.length,
    unasked: unasked.map(({ key }) => key),
    withheld: withheld.map(({ key }) => key),
  }
}

/** The questions of a form for the product group at hand; before the group is known, those for every group. */
function questionsFor(state: ComplaintState, form: string, playbook: Playbook): readonly Field[] {
  const definition = playbook.forms[form]
  const [root = '', key = ''] = (definition?.groupedBy ?? '').split('.')
  const group = asText(state.forms[root]?.values[key])
  return (definition?.fields ?? []).filter(
    (field) => field.ask !== undefined && (field.for === undefined || field.for.includes(group)),
  )
}
