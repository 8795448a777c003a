import { crc32, deflateSync, inflateSync } from 'node:zlib'

/** PNG, ISO/IEC 15948: eight bytes of signature, then chunks of length, type, content, checksum. */
const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])
const MOST_COLOURS = 256
/** Colour types of IHDR: three or four bytes a pixel. */
const BYTES_PER_PIXEL: Readonly<Record<number, number>> = { 2: 3, 6: 4 }
const PALETTE = 3

/**
 * A picture of a page with at most 256 colours, a third of the size: pages have few colours, and what their soft edges have
 * beyond that goes to the nearest. Takes what browsers write (8 bits, not interlaced) and drops transparency.
 */
export function shrinkPng(png: Buffer): Buffer {
  const { width, height, bytes, rows } = readRows(png)
  const colourAt = (at: number): number => rows.readUIntBE(at, 3)
  const counts = new Map<number, number>()
  for (let at = 0; at < rows.length; at += bytes)
    counts.set(colourAt(at), (counts.get(colourAt(at)) ?? 0) + 1)
  const kept = [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, MOST_COLOURS)
    .map(([colour]) => colour)
  const places = new Map([...counts.keys()].map((colour) => [colour, nearest(colour, kept)]))

  const lines = Buffer.alloc(height * (width + 1))
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      lines[y * (width + 1) + 1 + x] = places.get(colourAt((y * width + x) * bytes)) ?? 0

  const header = Buffer.alloc(13)
  header.writeUInt32BE(width)
  header.writeUInt32BE(height, 4)
  header.set([8, PALETTE], 8)
  const palette = Buffer.alloc(kept.length * 3)
  for (const [place, colour] of kept.entries()) palette.writeUIntBE(colour, place * 3, 3)
  const packed = deflateSync(lines, { level: 9, memLevel: 9 })
  const parts = [chunk('IHDR', header), chunk('PLTE', palette), chunk('IDAT', packed)]
  return Buffer.concat([SIGNATURE, ...parts, chunk('IEND', Buffer.alloc(0))])
}

function nearest(colour: number, kept: readonly number[]): number {
  const exact = kept.indexOf(colour)
  if (exact >= 0) return exact
  const apart = (other: number): number =>
    [16, 8, 0].reduce((sum, by) => sum + (((colour >> by) & 255) - ((other >> by) & 255)) ** 2, 0)
  return kept.reduce((best, other, at) => (apart(other) < apart(kept[best] ?? 0) ? at : best), 0)
}

function readRows(png: Buffer) {
  const pixels: Buffer[] = []
  let header = Buffer.alloc(0)
  for (let at = SIGNATURE.length; at < png.length; at += png.readUInt32BE(at) + 12) {
    const type = png.toString('latin1', at + 4, at + 8)
    const content = png.subarray(at + 8, at + 8 + png.readUInt32BE(at))
    if (type === 'IHDR') header = Buffer.from(content)
    if (type === 'IDAT') pixels.push(content)
  }
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  const bytes = BYTES_PER_PIXEL[header[9] ?? 0]
  if (bytes === undefined || header[8] !== 8 || header[12] !== 0)
    throw new Error('Not a picture as browsers write them.')
  return {
    width,
    height,
    bytes,
    rows: unfilter(inflateSync(Buffer.concat(pixels)), width * bytes, bytes),
  }
}

/** Each line says how its bytes were predicted from the left, the line above and the corner between (PNG, 9.2). */
function unfilter(lines: Buffer, size: number, bytes: number): Buffer {
  const rows = Buffer.alloc((lines.length / (size + 1)) * size)
  for (let line = 0; line * (size + 1) < lines.length; line += 1) {
    const filter = lines[line * (size + 1)]
    for (let x = 0; x < size; x += 1) {
      const to = line * size + x
      const left = x < bytes ? 0 : (rows[to - bytes] ?? 0)
      const above = line === 0 ? 0 : (rows[to - size] ?? 0)
      const corner = x < bytes || line === 0 ? 0 : (rows[to - size - bytes] ?? 0)
      const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter ?? 0]
      rows[to] = (lines[line * (size + 1) + 1 + x] ?? 0) + (guess ?? 0)
    }
  }
  return rows
}

function paeth(left: number, above: number, corner: number): number {
  const [a, b, c] = [above - corner, left - corner, left + above - 2 * corner].map(Math.abs) as [
    number,
    number,
    number,
  ]
  return a <= b && a <= c ? left : b <= c ? above : corner
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  checksum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, checksum])
}
