import { businessNow, formatTime, Kbd, MoodFaces, useVocabulary, useZone } from '@yinuo/web-shared'
import type { ReactElement } from 'react'
import { changeMood } from '../draft/content.ts'
import type { Draft } from '../draft/use-draft.ts'
import { useTexts } from '../texts.ts'

/** 心情: Alt 5–8 while listening; every change stays with its time. */
export function MoodStrip({ draft }: { readonly draft: Draft }): ReactElement {
  const { content, change } = draft
  const t = useTexts()
  const v = useVocabulary()
  const zone = useZone()
  return (
    <section className="intake-mood" aria-labelledby="intake-mood-title">
      <div className="intake-pane-head">
        <h2 id="intake-mood-title">{t('mood.title')}</h2>
        <Kbd keys="Alt+5–8" />
        <span>{t('mood.hint')}</span>
      </div>
      <div className="intake-mood-row">
        <MoodFaces
          label={t('mood.title')}
          value={content.moods.at(-1)?.mood ?? null}
          withKeys
          onChange={(mood) => change((current) => changeMood(current, mood, businessNow()))}
        />
        <ol className="intake-mood-history" aria-label={t('mood.history')}>
          {content.moods.map((one) => (
            <li key={one.at}>
              {formatTime(one.at, zone)} {v(`mood.${one.mood}`)}
            </li>
          ))}
        </ol>
      </div>
    </section>
  )
}
