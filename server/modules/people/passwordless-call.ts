import { createHash } from 'node:crypto'
import { canonical, type Json } from '@yinuo/domain'
import type { StaffCall } from './change-staff.ts'

/**
 * The call with a hash of its input that leaves the password out: the idempotency row keeps that hash, and an unsalted SHA-256
 * over a password could be guessed by whoever reads the table. So a repeat that differs in the password alone counts as one.
 */
export function passwordlessCall<Input extends { readonly password?: string | undefined }>(
  call: StaffCall,
  { password: _password, ...input }: Input,
): StaffCall {
  const inputHash = createHash('sha256')
    .update('without-password\n')
    .update(canonical(input as unknown as Json))
    .digest()
  return { ...call, inputHash }
}
