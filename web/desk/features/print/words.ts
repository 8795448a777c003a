import type { ComplaintView, PlaybookView } from '@yinuo/contract'
import { formatDate, formatFen, formatTime, useVocabulary, useZone } from '@yinuo/web-shared'
import { type PrintKey, useTexts } from './texts.ts'

/** Everything a paper is written with; labels of forms come from the playbook, never from here. */
export type Words = {
  readonly t: (key: PrintKey, values?: Readonly<Record<string, string | number>>) => string
  readonly word: ReturnType<typeof useVocabulary>
  /** `2026-03-02`, and with the time of day. */
  readonly day: (instant: string | null) => string
  readonly time: (instant: string | null) => string
  readonly yuan: (fen: number | null) => string
  readonly company: string
}

export type Source = {
  readonly view: ComplaintView
  readonly playbook: PlaybookView
  readonly words: Words
  /** The customer's address in the clear, once printing it is kept; until then masked. */
  readonly address: string
}

export function useWords(company: string): Words {
  const t = useTexts()
  const word = useVocabulary()
  const zone = useZone()
  const day = (instant: string | null): string =>
    instant === null ? '' : formatDate(instant, zone)
  return {
    t,
    word,
    day,
    // SYS-04: the organisation's wall clock.
    time: (instant) =>
      instant === null ? '' : `${formatDate(instant, zone)} ${formatTime(instant, zone)}`,
    yuan: (fen) => (fen === null ? '' : t('yuan', { amount: formatFen(fen) })),
    company,
  }
}
