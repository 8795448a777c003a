import type { PersonView } from '@yinuo/contract'
import { ActionButton, Avatar, Chip, EmptyState, useMe, useShortcut } from '@yinuo/web-shared'
import { type ReactElement, useId, useState } from 'react'
import { findPeople } from './find-people.ts'
import { useTexts } from './texts.ts'

/** Everybody of the organisation; Alt J and Alt K go on to the next and back. */
export function PeopleList(props: {
  readonly people: readonly PersonView[]
  readonly chosen: string | undefined
  readonly onChoose: (id: string) => void
}): ReactElement {
  const t = useTexts()
  const id = useId()
  const [words, setWords] = useState('')
  const shown = findPeople(props.people, words)
  const move = (step: 1 | -1): void => {
    const at = shown.findIndex((person) => person.id === props.chosen)
    const next = shown[Math.min(shown.length - 1, Math.max(0, at + step))]
    if (next !== undefined) props.onChoose(next.id)
  }
  useShortcut('Alt+J', () => move(1), { label: t('keys.next') })
  useShortcut('Alt+K', () => move(-1), { label: t('keys.previous') })
  return (
    <nav className="people-list" aria-label={t('list.label')}>
      <div className="people-find">
        <label htmlFor={id} className="y-spoken">
          {t('find.label')}
        </label>
        <input
          id={id}
          className="y-input"
          type="search"
          placeholder={t('find.placeholder')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </div>
      {shown.length === 0 ? (
        <EmptyState sentence={t('list.none', { words })}>
          <ActionButton onPress={() => setWords('')}>{t('list.clear')}</ActionButton>
        </EmptyState>
      ) : (
        <ul>
          {shown.map((person) => (
            <PersonRow
              key={person.id}
              person={person}
              chosen={person.id === props.chosen}
              onChoose={() => props.onChoose(person.id)}
            />
          ))}
        </ul>
      )}
    </nav>
  )
}

function PersonRow(props: {
  readonly person: PersonView
  readonly chosen: boolean
  readonly onChoose: () => void
}): ReactElement {
  const t = useTexts()
  const me = useMe()
  const { person, chosen } = props
  const posts = person.posts.map((post) => post.label).join('、')
  const assessed = Object.keys(person.qualification).length > 0
  return (
    <li>
      <button
        type="button"
        className={`people-row${chosen ? ' people-row-chosen' : ''}`}
        aria-current={chosen || undefined}
        onClick={props.onChoose}
      >
        <Avatar name={person.name} self={person.id === me.user.id} size={28} />
        <span className="people-row-words">
          <span className="people-row-name">
            {person.name}
            {person.active ? null : <Chip look="missing">{t('chip.left')}</Chip>}
            {assessed && person.unqualifiedFor.length > 0 ? (
              <Chip look="missing">
                {t('chip.missing', { count: person.unqualifiedFor.length })}
              </Chip>
            ) : null}
            {person.active && person.lapsed.length > 0 ? (
              <Chip look="late">{t('chip.lapsed')}</Chip>
            ) : null}
          </span>
          <span className="people-meta">
            {posts === '' ? t('list.no-post') : posts}，{person.site.name}
          </span>
        </span>
      </button>
    </li>
  )
}
