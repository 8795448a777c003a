import { formatTime, MoodWord, useZone } from '@yinuo/web-shared'
import type { ReactElement } from 'react'
import { useCase } from '../case-context.tsx'
import { useTexts } from '../texts.ts'

/** The customer's own words with the time of each, apart from our summary; marked lines are key (CMP-05). */
export function SpokenWords(): ReactElement | null {
  const { view } = useCase()
  const t = useTexts()
  const zone = useZone()
  if (view.words.length === 0 && view.moods.length === 0) return null
  return (
    <section className="case-spoken">
      <h3>{t('words.title')}</h3>
      {view.moods.length === 0 ? null : (
        <p className="case-moods">
          {view.moods.map((change) => (
            <span key={change.at}>
              {formatTime(change.at, zone)} <MoodWord mood={change.mood} />
            </span>
          ))}
        </p>
      )}
      <ol>
        {view.words.map((line) => (
          <li key={`${line.at}${line.text}`}>
            <time dateTime={line.at}>{formatTime(line.at, zone)}</time>
            <span className="y-words">
              {line.key ? <b>{line.text}</b> : line.text}
              {line.key ? <small> {t('words.key')}</small> : null}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
