import { type AttachmentType, extensionFits, usualExtension } from './recognise-type.ts'

const MAX_LENGTH = 120
/** Separators, controls, characters that turn the reading direction (`cod.exe` shown as `exe.doc`), and lone surrogates. */
const UNFIT = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}<>:"/\\|?*]/gu

/** The name people see, never a path (SYS-11): the last part, without what file systems and screens stumble over. */
export function displayName(name: string, type: AttachmentType): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const clean = [...last.replace(UNFIT, '').replace(/^[\s.]+|[\s.]+$/g, '')]
  const fits = extensionFits(clean.join(''), type)
  const extension = fits
    ? clean.join('').slice(clean.join('').lastIndexOf('.') + 1)
    : usualExtension(type)
  const stem = fits ? clean.slice(0, -(extension.length + 1)) : clean
  const kept = stem.slice(0, MAX_LENGTH - extension.length - 1).join('')
  return `${kept === '' ? '附件' : kept}.${extension}`
}
