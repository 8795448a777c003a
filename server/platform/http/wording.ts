import { MISSING_SENTENCES, type UnmetView } from '@yinuo/contract'
import type { Missing, Person, Playbook, UnmetGate, WhoMay } from '@yinuo/domain'
import type { Directory } from './principal.ts'

/** Where the names of people and posts are looked up. */
type Named = Pick<Directory, 'people' | 'playbooks'>

/**
 * Refusals in the user's words: rule, what is missing, and who may act (SYS-20). `reader` is not told that somebody with his
 * own post could do it: what is missing is then his to supply.
 */
export function wordUnmet(
  gates: readonly UnmetGate[],
  directory: Named,
  playbook: Playbook | undefined,
  reader?: Person,
): UnmetView[] {
  return gates.map((gate) => {
    const missing = gate.missing.map((one) => ({
      code: one.code,
      text: wordMissing(one, playbook),
      ...(one.form === undefined ? {} : { form: one.form }),
      ...(one.field === undefined ? {} : { field: one.field }),
    }))
    const who = [
      ...new Set(
        gate.who.filter((one) => !isReader(one, reader)).map((one) => wordWho(one, directory)),
      ),
    ]
    const sentence = missing.map((one) => one.text).join('；')
    const actors = who.length === 0 ? '' : `可由${who.join('、')}办理。`
    return {
      rule: gate.rule,
      strength: gate.strength,
      text: `${sentence}（${gate.rule}）。${actors}`,
      missing,
      who,
    }
  })
}

function isReader(who: WhoMay, reader: Person | undefined): boolean {
  if (reader === undefined) return false
  return 'user' in who
    ? who.user === reader.id
    : reader.posts.some((held) => held.post === who.post)
}

function wordMissing(missing: Missing, playbook: Playbook | undefined): string {
  const form = playbook?.forms[missing.form ?? ''] ?? playbook?.records[missing.form ?? '']
  const field =
    form?.fields.find((one) => one.key === missing.field)?.label ??
    playbook?.qualification.find((one) => one.key === missing.field)?.label ??
    missing.field ??
    missing.detail ??
    ''
  const record = missing.code.startsWith('record')
    ? playbook?.records[missing.detail ?? '']?.label
    : undefined
  // A refusal is kept; what an older version asked for may have no sentence any more.
  const sentence: (typeof MISSING_SENTENCES)[Missing['code']] | undefined =
    MISSING_SENTENCES[missing.code]
  const detail = record ?? missing.detail ?? ''
  return sentence?.({ field, detail, count: missing.count ?? 1 }) ?? `${field}${detail}`
}

function wordWho(who: WhoMay, directory: Named): string {
  if ('user' in who) return directory.people.get(who.user)?.name ?? '负责人'
  for (const playbook of directory.playbooks.values()) {
    const post = playbook.posts[who.post]
    if (post !== undefined) return post.label
  }
  return who.post
}
