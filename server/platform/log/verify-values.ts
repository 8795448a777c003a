import { fieldDigest } from './chain.ts'
import type { FindingCode } from './verify-finding.ts'
import type { StoredEvent } from './verify-store.ts'

export type ValueCheck = {
  readonly erased: number
  readonly findings: readonly { readonly code: FindingCode; readonly detail: string }[]
}

/** Holds the values of an event against its digests. A value erased together with its salt is no finding (SYS-28). */
export function checkValues({ digests, fields, salts }: StoredEvent): ValueCheck {
  if (fields === null || salts === null) {
    const names = Object.keys(digests)
    const findings = names.length === 0 ? [] : [{ code: 'values-missing' as const, detail: '' }]
    return { erased: 0, findings }
  }
  let erased = 0
  const findings: { code: FindingCode; detail: string }[] = []
  const names = new Set([...Object.keys(digests), ...Object.keys(fields), ...Object.keys(salts)])
  for (const name of names) {
    const digest = digests[name]
    const value = fields[name]
    const salt = salts[name]
    if (digest === undefined) findings.push({ code: 'value-unknown', detail: name })
    else if (value === undefined && salt === undefined) erased += 1
    else if (value === undefined || salt === undefined)
      findings.push({ code: 'value-half-erased', detail: name })
    else if (fieldDigest(salt, value) !== digest)
      findings.push({ code: 'value-changed', detail: name })
  }
  return { erased, findings }
}
