import type { IForbiddenRuleType, IRegularForbiddenRuleType } from 'dependency-cruiser'

type Plan = {
  readonly why: string
  readonly remedy: string
  readonly from: IRegularForbiddenRuleType['from']
  readonly to: IRegularForbiddenRuleType['to']
}

/** A boundary that carries its reason and its remedy, so that whoever meets it knows what to do (style.md 13). */
export function forbid(name: string, { why, remedy, from, to }: Plan): IForbiddenRuleType {
  return { name, severity: 'error', comment: `${why}\n  → ${remedy}`, from, to }
}
