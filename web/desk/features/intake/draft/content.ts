import type { DraftView } from '@yinuo/contract'
import type { Mood } from '@yinuo/domain'

export type DraftContent = DraftView['content']
export type FieldValue = DraftContent['values'][string]
export type SpokenLine = DraftContent['words'][number]

/** Longest line the contract takes; what is typed beyond it is fixed as a line of its own. */
const LINE_LIMIT = 2000

export function emptyContent(): DraftContent {
  return {
    kind: 'complaint',
    channel: 'phone',
    customerId: null,
    values: {},
    unavailable: {},
    words: [],
    unfinished: '',
    moods: [],
    finishedSpeakingAt: null,
  }
}

/** Enter fixes the line being typed with its time; from then on it cannot be changed. White space alone fixes nothing. */
export function fixLine(content: DraftContent, atMs: number): DraftContent {
  const text = content.unfinished.trim()
  if (text === '') return { ...content, unfinished: '' }
  const at = notBefore(content.words.at(-1)?.at, atMs)
  const pieces = piecesOf(text)
  return {
    ...content,
    unfinished: '',
    words: [...content.words, ...pieces.map((piece) => ({ at, text: piece, key: false }))],
  }
}

/** Marks a fixed line as 关键 or takes the mark away; the words themselves stay. */
export function toggleKey(content: DraftContent, index: number): DraftContent {
  return {
    ...content,
    words: content.words.map((line, at) => (at === index ? { ...line, key: !line.key } : line)),
  }
}

/** Every change of mood with its time; the same mood again is no change. */
export function changeMood(content: DraftContent, mood: Mood, atMs: number): DraftContent {
  const last = content.moods.at(-1)
  if (last?.mood === mood) return content
  return { ...content, moods: [...content.moods, { at: notBefore(last?.at, atMs), mood }] }
}

export function finishSpeaking(content: DraftContent, atMs: number | null): DraftContent {
  return {
    ...content,
    finishedSpeakingAt: atMs === null ? null : new Date(atMs).toISOString(),
  }
}

/** An emptied field is no value, so that the draft holds only what was said. */
export function setValue(content: DraftContent, key: string, value: FieldValue): DraftContent {
  const { [key]: _, ...others } = content.values
  return {
    ...content,
    values: value === '' || value === null ? others : { ...others, [key]: value },
  }
}

/** What is sent at registration: a line not yet fixed is a spoken word too. */
export function readyToRegister(content: DraftContent, atMs: number): DraftContent {
  return fixLine(content, atMs)
}

/** Cut by length, never inside a character. */
function piecesOf(text: string): readonly string[] {
  const pieces: string[] = []
  let piece = ''
  for (const character of text) {
    if (piece.length + character.length > LINE_LIMIT) {
      pieces.push(piece)
      piece = ''
    }
    piece += character
  }
  return [...pieces, piece]
}

/** A business clock that was set back must not put a line before the one above it. */
function notBefore(last: string | undefined, atMs: number): string {
  const earliest = last === undefined ? atMs : Date.parse(last)
  return new Date(Math.max(earliest, atMs)).toISOString()
}
