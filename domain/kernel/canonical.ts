export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json | undefined }

/**
 * One text for one value: keys in code-unit order, no white space, absent keys left out. Approvals are bound to it
 * (APR-02, APR-09) and the event chain hashes it, so it never depends on the order in which a value was built.
 */
export function canonical(value: Json | undefined): string {
  if (value === undefined || value === null) return 'null'
  if (typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) {
    let text = '['
    for (let at = 0; at < value.length; at += 1)
      text += `${at === 0 ? '' : ','}${canonical(value[at] as Json)}`
    return `${text}]`
  }
  const entries = value as { readonly [key: string]: Json | undefined }
  let text = '{'
  for (const key of Object.keys(entries).sort()) {
    const item = entries[key]
    if (item === undefined) continue
    text += `${text === '{' ? '' : ','}${JSON.stringify(key)}:${canonical(item)}`
  }
  return `${text}}`
}
