import { isMap, isScalar, isSeq, type Document, type LineCounter, type Node, visit } from 'yaml'
import type { Finding } from './finding.ts'

export type Position = { readonly line: number; readonly column: number }

/**
 * Where a path stands in the file, counted from 1. A scalar is shown at its value, a block at its key; what is missing is
 * shown at the nearest block that should hold it. `word` looks for a key or value of that text below the path.
 */
export function positionOf(
  document: Document,
  lines: LineCounter,
  { path, word, atKey }: Pick<Finding, 'path' | 'word' | 'atKey'>,
): Position {
  let node: unknown = document.contents
  let offset = offsetOf(node) ?? 0
  for (const segment of path) {
    const next = step(node, segment)
    if (next === undefined) break
    node = next.value
    offset = atKey === true ? next.keyOffset : next.offset
  }
  if (word !== undefined) offset = offsetOfWord(node, word) ?? offset
  const { line, col } = lines.linePos(offset)
  return { line: Math.max(line, 1), column: Math.max(col, 1) }
}

function step(
  node: unknown,
  segment: string | number,
): { readonly value: unknown; readonly offset: number; readonly keyOffset: number } | undefined {
  if (isMap(node)) {
    const pair = node.items.find(
      ({ key }) => isScalar(key) && String(key.value) === String(segment),
    )
    if (pair === undefined) return undefined
    const atKey = offsetOf(pair.key) ?? 0
    return {
      value: pair.value,
      keyOffset: atKey,
      offset: isScalar(pair.value) ? (offsetOf(pair.value) ?? atKey) : atKey,
    }
  }
  if (isSeq(node) && typeof segment === 'number') {
    const item = node.items[segment]
    const offset = offsetOf(item) ?? 0
    return item === undefined ? undefined : { value: item, offset, keyOffset: offset }
  }
  return undefined
}

function offsetOf(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0]
}

function offsetOfWord(node: unknown, word: string): number | undefined {
  let found: number | undefined
  visit(node as Node | null, {
    Scalar(_, scalar) {
      if (String(scalar.value) !== word) return undefined
      found = offsetOf(scalar)
      return visit.BREAK
    },
  })
  return found
}
