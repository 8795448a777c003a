import { businessNow, formatTime, Kbd, useShortcut, useZone } from '@yinuo/web-shared'
import { type ReactElement, useEffect, useRef } from 'react'
import { focusField } from '../form/field-id.ts'
import { fixLine, toggleKey } from '../draft/content.ts'
import type { Draft } from '../draft/use-draft.ts'
import { useTexts } from '../texts.ts'
import { lastNumber, partsOf } from './numbers-in.ts'
import { SpokenLine } from './spoken-line.tsx'
import { WordsInput } from './words-input.tsx'

/** 客户原话: what the customer says, line by line, each with its time (CMP-05, GDE-06). Alt 1 comes back here from anywhere. */
export function WordsPane(props: {
  readonly draft: Draft
  readonly now: number
  readonly onLookUp: (number: string) => void
}): ReactElement {
  const { draft, now, onLookUp } = props
  const { content, change } = draft
  const t = useTexts()
  const zone = useZone()
  const list = useRef<HTMLOListElement>(null)
  const number = lastNumber(content.words.map((line) => line.text))
  const offeredAt = content.words.findLastIndex((line) =>
    partsOf(line.text).some((part) => part.number !== undefined),
  )

  useShortcut('Alt+1', () => focusField('words'), { label: t('words.shortcut') })
  useShortcut('Alt+I', () => number !== undefined && onLookUp(number), {
    label: t('words.look-up-shortcut'),
    enabled: number !== undefined,
  })
  useEffect(() => {
    const box = list.current?.parentElement
    box?.scrollTo({ top: box.scrollHeight })
  }, [content.words.length, content.unfinished])

  const goTo = (index: number): void => {
    const line = list.current?.children[index]
    if (line instanceof HTMLElement) line.focus()
    else focusField('words')
  }

  return (
    <section className="intake-words" aria-labelledby="intake-words-title">
      <div className="intake-pane-head">
        <h2 id="intake-words-title">{t('words.title')}</h2>
        <Kbd keys="Alt+1" />
        <span id="intake-words-hint">{t('words.hint')}</span>
      </div>
      <div className="intake-sheet">
        <div className="intake-lines">
          <ol ref={list} aria-label={t('words.title')}>
            {content.words.map((line, index) => (
              <SpokenLine
                key={index}
                line={line}
                offered={index === offeredAt ? number : undefined}
                onLookUp={onLookUp}
                onToggleKey={() => change((current) => toggleKey(current, index))}
                onMove={(step) => goTo(index + step)}
              />
            ))}
          </ol>
          <div className="intake-line intake-line-open">
            <time>{draft.startedAt === null ? '' : formatTime(now, zone, true)}</time>
            <WordsInput
              value={content.unfinished}
              onType={(text) => change((current) => ({ ...current, unfinished: text }))}
              onFix={() => change((current) => fixLine(current, businessNow()))}
              onMarkLast={
                content.words.length === 0
                  ? undefined
                  : () => change((current) => toggleKey(current, current.words.length - 1))
              }
              onBack={() => goTo(content.words.length - 1)}
            />
          </div>
        </div>
        <div className="intake-words-foot">
          <span>
            <Kbd keys="#" /> {t('words.foot.key')}
          </span>
          <span>
            <Kbd keys="Up" /> {t('words.foot.back')}
          </span>
          <span>
            <Kbd keys="Ctrl+Z" /> {t('words.foot.undo')}
          </span>
          <output>
            {t('words.count', {
              lines: content.words.length,
              keys: content.words.filter((line) => line.key).length,
            })}
          </output>
        </div>
      </div>
    </section>
  )
}
