/** Letters, digits and Han characters in one width and case; everything else counts for nothing. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
}

/** Likeness of two reasons by their character pairs (Dice): 0 nothing in common, 1 the same. Order-blind, needs no word list. */
export function likeness(a: string, b: string): number {
  const left = pairs(plain(a))
  const right = pairs(plain(b))
  if (left.size === 0 || right.size === 0) return 0
  let common = 0
  for (const pair of left) if (right.has(pair)) common += 1
  return (2 * common) / (left.size + right.size)
}

function pairs(text: string): ReadonlySet<string> {
  const characters = [...text]
  if (characters.length === 1) return new Set(characters)
  return new Set(characters.slice(1).map((character, index) => `${characters[index]}${character}`))
}

/** From this likeness on two reasons are offered as the same matter (SYS-16); never merged by themselves. */
export const ALIKE = 0.3
