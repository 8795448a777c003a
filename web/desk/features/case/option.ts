import type { ComplaintView, UnmetView } from '@yinuo/contract'

export type CaseAction = ComplaintView['options'][number]['action']
export type CaseOption = ComplaintView['options'][number]

/** What the server says about one action; for `enter-step` the one step that comes next. */
export function optionOf(
  view: Pick<ComplaintView, 'options'>,
  action: CaseAction,
): CaseOption | undefined {
  return view.options.find((option) => option.action === action)
}

/** Permission is the server's answer; an action it does not name is not possible here. */
export function isAllowed(view: Pick<ComplaintView, 'options'>, action: CaseAction): boolean {
  return optionOf(view, action)?.allowed ?? false
}

/** Why an action is not possible; empty when it is. */
export function reasonsAgainst(
  view: Pick<ComplaintView, 'options'>,
  action: CaseAction,
): readonly UnmetView[] {
  const option = optionOf(view, action)
  return option === undefined || option.allowed ? [] : option.unmet
}
