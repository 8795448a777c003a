import { hash, verify } from '@node-rs/argon2'

// OWASP's floor for argon2id: 19 MiB, two passes, one lane. About 25 ms on this class of machine.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export function hashPassword(password: string): Promise<string> {
  return hash(password, COST)
}

let decoy: Promise<string> | undefined

/**
 * Costs the same whether the account exists or not, so that time tells nobody who exists (row 25 of reliability.md).
 */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('no such account')
  const matches = await verify(stored ?? (await decoy), password)
  return matches && stored !== null
}
