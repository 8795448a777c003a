import type { ATTACHMENT_TYPES } from '@yinuo/contract'

export type AttachmentType = (typeof ATTACHMENT_TYPES)[number]

const EXTENSIONS: Readonly<Record<AttachmentType, readonly string[]>> = {
  'image/jpeg': ['jpg', 'jpeg', 'jfif'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/gif': ['gif'],
  'application/pdf': ['pdf'],
  'audio/mpeg': ['mp3'],
  'audio/wav': ['wav'],
  'audio/mp4': ['m4a', 'mp4', 'aac', '3gp'],
  'audio/amr': ['amr'],
}

/** Text that a browser, a shell of PHP or a viewer would run, were the bytes ever taken for something else. */
const ACTIVE = /<(?:script|html|body|iframe|svg|!doctype\s+html|\?php)\b/i
const HEAD_BYTES = 4096

/**
 * The type by the first bytes, whatever name and header say (SYS-11). Null for everything else and for polyglots: pictures
 * that carry active text anywhere, any file that is a ZIP archive as well (its directory stands at the end).
 */
export function recogniseType(bytes: Buffer): AttachmentType | null {
  const type = typeOfFirstBytes(bytes)
  if (type === null || endsAsArchive(bytes)) return null
  // PDF may hold markup in its streams; only its beginning is read by those who sniff.
  const examined = type.startsWith('image/') ? bytes : bytes.subarray(0, HEAD_BYTES)
  return ACTIVE.test(examined.toString('latin1')) ? null : type
}

function typeOfFirstBytes(bytes: Buffer): AttachmentType | null {
  const at = (offset: number, text: string): boolean =>
    bytes.toString('latin1', offset, offset + text.length) === text
  if (at(0, '\xff\xd8\xff')) return 'image/jpeg'
  if (at(0, '\x89PNG\r\n\x1a\n')) return 'image/png'
  if (at(0, 'GIF87a') || at(0, 'GIF89a')) return 'image/gif'
  if (at(0, 'RIFF') && at(8, 'WEBP')) return 'image/webp'
  if (at(0, 'RIFF') && at(8, 'WAVE')) return 'audio/wav'
  if (/^%PDF-\d\.\d/.test(bytes.toString('latin1', 0, 8))) return 'application/pdf'
  if (at(0, '#!AMR\n') || at(0, '#!AMR-WB\n')) return 'audio/amr'
  if (at(0, 'ID3') || isMpegFrame(bytes)) return 'audio/mpeg'
  if (at(4, 'ftyp')) return isSoundOnly(bytes) ? 'audio/mp4' : null
  return null
}

/** An MPEG audio frame header (ISO 11172-3): 11 sync bits, then values that are not the reserved ones. */
function isMpegFrame(bytes: Buffer): boolean {
  const [first = 0, second = 0, third = 0] = bytes
  const version = (second >> 3) & 0b11
  const layer = (second >> 1) & 0b11
  return (
    first === 0xff &&
    (second & 0xe0) === 0xe0 &&
    version !== 0b01 &&
    layer !== 0b00 &&
    third >> 4 !== 0b1111 &&
    ((third >> 2) & 0b11) !== 0b11
  )
}

/** Telephones record sound under the general brands (mp42, isom, 3gp4), which films use too: a film has a `vide` track. */
function isSoundOnly(bytes: Buffer): boolean {
  const brand = bytes.toString('latin1', 8, 12)
  if (!/^(M4A |M4B |mp4\d|isom|iso\d|3gp\d|3ge\d|dash)$/.test(brand)) return false
  for (let at = bytes.indexOf('hdlr'); at >= 0; at = bytes.indexOf('hdlr', at + 4))
    if (bytes.toString('latin1', at + 12, at + 16) === 'vide') return false
  return true
}

/** A ZIP's last record (APPNOTE 4.3.16) whose comment reaches exactly to the end. */
function endsAsArchive(bytes: Buffer): boolean {
  const from = Math.max(0, bytes.length - 65_557)
  const tail = bytes.subarray(from)
  for (
    let at = tail.lastIndexOf('PK\x05\x06');
    at >= 0;
    at = tail.lastIndexOf('PK\x05\x06', at - 1)
  ) {
    if (at + 22 <= tail.length && at + 22 + tail.readUInt16LE(at + 20) === tail.length) return true
    if (at === 0) break
  }
  return false
}

/** Whether a name ends as files of the type do; otherwise a download could be started under a wrong program. */
export function extensionFits(name: string, type: AttachmentType): boolean {
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  return name.includes('.') && EXTENSIONS[type].includes(extension)
}

export function usualExtension(type: AttachmentType): string {
  return EXTENSIONS[type][0] ?? 'bin'
}
