import type { ComplaintEvent } from '../complaint/event.ts'

/**
 * What a clock's `from`, `metBy` and `voidedBy` name: an event type, or `step-entered:<step>` where only one of the
 * steps is meant. Entering a step is one event type for all steps, so without the step 部门执行 would count as done
 * as soon as any step is entered.
 */
export function selectorMatches(
  selector: string,
  event: Pick<ComplaintEvent, 'type'> & { readonly data: object },
): boolean {
  const [type, step] = selector.split(':')
  if (type !== event.type) return false
  return step === undefined || ('step' in event.data && event.data.step === step)
}
