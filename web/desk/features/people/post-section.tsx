import { api, type PersonView, type PlaybookView } from '@yinuo/contract'
import { ActionButton, useMay } from '@yinuo/web-shared'
import { type ReactElement, useId, useState } from 'react'
import { ActFailure } from './act-failure.tsx'
import { Section } from './section.tsx'
import { useTexts } from './texts.ts'
import { usePersonAct } from './use-person-act.ts'

/** Posts held, taken back and granted; what stands in the way of a grant is said in full right here (STF-01). */
export function PostSection(props: {
  readonly person: PersonView
  readonly playbooks: readonly PlaybookView[]
}): ReactElement {
  const { person } = props
  const t = useTexts()
  const may = useMay('administer')
  const revoke = usePersonAct(api.people.revokePost)
  return (
    <Section title={t('posts.title')}>
      {person.posts.length === 0 ? (
        <p>{t('posts.none')}</p>
      ) : (
        <ul className="people-lines">
          {person.posts.map(({ playbook, post, label }) => (
            <li key={`${playbook} ${post}`}>
              <span>{label}</span>
              {may ? (
                <ActionButton
                  look="link"
                  size="small"
                  pending={revoke.pending}
                  label={t('posts.revoke.spoken', { post: label })}
                  onPress={() =>
                    void revoke.run({ params: { id: person.id }, body: { playbook, post } })
                  }
                >
                  {t('posts.revoke')}
                </ActionButton>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      <ActFailure act={revoke} />
      {may ? <GrantPost {...props} /> : null}
    </Section>
  )
}

function GrantPost(props: {
  readonly person: PersonView
  readonly playbooks: readonly PlaybookView[]
}): ReactElement {
  const { person, playbooks } = props
  const t = useTexts()
  const id = useId()
  const [wanted, setWanted] = useState('')
  const grant = usePersonAct(api.people.grantPost, () => setWanted(''))
  const open = playbooks.flatMap((playbook) =>
    Object.entries(playbook.posts)
      .filter(
        ([post]) =>
          !person.posts.some((held) => held.playbook === playbook.code && held.post === post),
      )
      .map(([post, { label, qualified }]) => ({
        playbook: playbook.code,
        post,
        label: qualified ? t('posts.option.qualified', { label }) : label,
      })),
  )
  const chosen = open.find((one) => `${one.playbook} ${one.post}` === wanted)
  if (open.length === 0) return <p className="people-meta">{t('posts.all')}</p>
  return (
    <>
      <div className="people-form-line">
        <label htmlFor={id} className="y-spoken">
          {t('posts.choose')}
        </label>
        <select
          id={id}
          className="y-input"
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        >
          <option value="">{t('posts.choose')}</option>
          {open.map(({ playbook, post, label }) => (
            <option key={`${playbook} ${post}`} value={`${playbook} ${post}`}>
              {label}
            </option>
          ))}
        </select>
        <ActionButton
          pending={grant.pending}
          onPress={() => {
            if (chosen === undefined) document.getElementById(id)?.focus()
            else
              void grant.run({
                params: { id: person.id },
                body: { playbook: chosen.playbook, post: chosen.post },
              })
          }}
        >
          {t('posts.grant')}
        </ActionButton>
      </div>
      <ActFailure act={grant} />
    </>
  )
}
