/** The first `count` characters of a text; an emoji is never cut in half. */
export function firstCharacters(text: string, count: number): string {
  // No character is longer than two code units: what lies beyond cannot be among the first.
  const near = text.slice(0, count * 2)
  return Array.from(near).slice(0, count).join('')
}
