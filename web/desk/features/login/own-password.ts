export const SHORTEST = 10

type OwnPassword = { readonly current: string; readonly next: string; readonly again: string }

type Fault = 'own.missing' | 'own.short' | 'own.same' | 'own.different'

/** What is wrong with what was typed, by field; the server judges the present password. */
export function ownPasswordFaults({
  current,
  next,
  again,
}: OwnPassword): Partial<Record<keyof OwnPassword, Fault>> {
  return {
    ...(current === '' ? { current: 'own.missing' } : {}),
    ...(Array.from(next).length < SHORTEST
      ? { next: 'own.short' }
      : next === current
        ? { next: 'own.same' }
        : {}),
    ...(again === next ? {} : { again: 'own.different' }),
  }
}
