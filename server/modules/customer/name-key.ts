import { ConverterFactory } from 'opencc-js/core'
import { to } from 'opencc-js/preset/t2cn'

const simplify = ConverterFactory(to['cn'] ?? [])
const simplified = new Map<string, string>()

/**
 * One writing of a name for all: width and compatibility forms (NFKC), lower case, traditional as simplified, no white space.
 * `潤滑油 ＡＢＣ` and `润滑油abc` have one key. Characters are simplified one by one, not by phrases (乾隆 stays, 乾 becomes
 * 干), so that a part of a name always has a part of its key.
 */
export function nameKey(name: string): string {
  const folded = name.normalize('NFKC').toLowerCase().replace(/\s+/gu, '')
  return [...folded].map(simplifyCharacter).join('')
}

function simplifyCharacter(character: string): string {
  if (character < '\u2e80') return character
  let known = simplified.get(character)
  if (known === undefined) {
    known = simplify(character)
    simplified.set(character, known)
  }
  return known
}

/** The pairs of neighbouring characters of a key, each once; a GIN index over them finds any part of a name. */
export function nameGrams(key: string): string[] {
  const characters = [...key]
  return [...new Set(characters.slice(1).map((next, index) => `${characters[index] ?? ''}${next}`))]
}
