import type { Missing } from '../kernel/refusal.ts'
import { isBefore } from '../kernel/instant.ts'
import type { Context } from './context.ts'
import type { ComplaintState } from './state.ts'

/** EXE-14: promises still to keep and parcels nobody has said arrived. Open tasks stand in the way by themselves (EXE-05). */
export function openThings(
  state: ComplaintState,
  { openPromises }: Pick<Context, 'openPromises'>,
): readonly Missing[] {
  return [
    ...openPromises.map((detail) => ({ code: 'open-promise' as const, detail })),
    ...openParcels(state).map((detail) => ({ code: 'open-parcel' as const, detail })),
  ]
}

/** Sent, and since then the customer was not heard to have it. */
function openParcels(state: ComplaintState): readonly string[] {
  const arrivals = (state.records['follow-up'] ?? [])
    .filter((entry) => entry.values['received'] === true)
    .map((entry) => entry.at)
  return state.tasks
    .filter((task) => task.waybill !== '' && task.doneAt !== null)
    .filter(({ doneAt }) => !arrivals.some((at) => isAfter(at, doneAt)))
    .map((task) => task.waybill)
}

function isAfter(at: string, sent: string | null): boolean {
  return sent !== null && !isBefore(at, sent)
}
