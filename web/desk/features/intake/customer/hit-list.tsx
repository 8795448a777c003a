import type { CustomerHit } from '@yinuo/contract'
import { ActionButton, Icon, Kbd, MaskedText, useVocabulary } from '@yinuo/web-shared'
import { CornerDownLeft } from 'lucide-react'
import type { ReactElement } from 'react'
import { useTexts } from '../texts.ts'
import { HITS_ID, hitId } from './customer-search.tsx'
import { shownDigits } from './shown-digits.ts'
import type { CustomerSearch } from './use-customer-search.ts'

/** 是哪一位: who was found, with only the digits that were typed; and the way out when it is none of them. */
export function HitList(props: {
  readonly search: CustomerSearch
  /** Nobody was taken and a name was typed: the file is made at registration. */
  readonly isNew: boolean
  readonly onTake: (hit: CustomerHit) => void
  readonly onNew: () => void
}): ReactElement {
  const { search, isNew, onTake, onNew } = props
  const t = useTexts()
  const none = search.answered && search.hits.length === 0
  return (
    <section className="intake-who" aria-labelledby="intake-who-title">
      <div className="intake-pane-head">
        <h2 id="intake-who-title">{t('who.title')}</h2>
        {search.hits.length === 0 ? null : (
          <span className="intake-who-keys">
            <Kbd keys="Up" /> <Kbd keys="Down" /> {t('search.keys')}
            <Kbd keys="Enter" /> {t('search.keys.take')}
          </span>
        )}
      </div>
      {search.text.trim() === '' ? (
        <p className="intake-none">{t(isNew ? 'who.new.done' : 'who.empty')}</p>
      ) : null}
      {none ? (
        <p className="intake-none">
          {t('search.none', { text: search.text.trim() })}
          {t('search.more')}
        </p>
      ) : null}
      <div className="intake-hits">
        <div id={HITS_ID} role="listbox" aria-label={t('who.title')}>
          {search.hits.map((hit, index) => (
            <Hit
              key={`${hit.id} ${hit.invoice?.number ?? ''}`}
              hit={hit}
              id={hitId(index)}
              offered={index === search.offeredAt}
              searched={search.text}
              onTake={() => onTake(hit)}
            />
          ))}
        </div>
        {search.hits.length > 0 || none ? (
          <div className="intake-hit-new">
            <ActionButton look="link" keys="Alt+A" onPress={onNew}>
              {t('who.new')}
            </ActionButton>
          </div>
        ) : null}
      </div>
    </section>
  )
}

function Hit(props: {
  readonly hit: CustomerHit
  readonly id: string
  readonly offered: boolean
  readonly searched: string
  readonly onTake: () => void
}): ReactElement {
  const { hit, id, offered, searched, onTake } = props
  const t = useTexts()
  const v = useVocabulary()
  return (
    // The keyboard reaches options through the combobox (aria-activedescendant).
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={offered}
      className="intake-hit"
      onClick={onTake}
    >
      <div>
        <p className="intake-hit-name">
          <b>{hit.name}</b> <span>{v(`party.${hit.party}`)}</span>
        </p>
        <p className="intake-hit-facts">
          {hit.phone === '' ? null : (
            <MaskedText masked={hit.phone} found={shownDigits(hit.phone, searched)} />
          )}
          {[hit.address, hit.salutation].filter(Boolean).map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </p>
        {hit.invoice === null ? null : (
          <p className="intake-hit-facts">
            {t('who.invoice', { number: hit.invoice.number })}
            {hit.invoice.lines.slice(0, 2).map((line, index) => (
              <span key={index}>
                {line.product} {line.spec}
              </span>
            ))}
          </p>
        )}
      </div>
      {offered ? <Icon of={CornerDownLeft} /> : null}
    </div>
  )
}
