import type { PersonView } from '@yinuo/contract'
import { ActionButton, Chip, useMay, useMe } from '@yinuo/web-shared'
import { ChevronLeft } from 'lucide-react'
import type { ReactElement } from 'react'
import { AccountSection } from './account-section.tsx'
import { DeputySection } from './deputy-section.tsx'
import { DetailsSection } from './details-section.tsx'
import { PostSection } from './post-section.tsx'
import { HistorySection } from './history-section.tsx'
import { QualificationSection } from './qualification-section.tsx'
import { useTexts } from './texts.ts'
import { usePlaybooks } from './use-playbooks.ts'

/** One person: what he may do, what he is qualified for, who stands in for him. */
export function PersonPanel(props: {
  readonly person: PersonView
  readonly people: readonly PersonView[]
  readonly onBack: () => void
}): ReactElement {
  const t = useTexts()
  const me = useMe()
  const { person, people } = props
  const playbooks = usePlaybooks()
  const administers = useMay('administer')
  const waives = useMay('waive-qualification')
  // The server sends log-in, deputies and qualification only to those who keep them, and to oneself.
  const seesAll = administers || waives || person.id === me.user.id
  return (
    <article className="people-panel" aria-label={person.name}>
      <div className="people-back">
        <ActionButton look="link" icon={ChevronLeft} onPress={props.onBack}>
          {t('list.back')}
        </ActionButton>
      </div>
      <h2 className="people-name">
        {person.name}
        {person.active ? null : <Chip look="missing">{t('chip.left')}</Chip>}
      </h2>
      <DetailsSection person={person} people={people} />
      <PostSection person={person} playbooks={playbooks} />
      {seesAll ? (
        <>
          <QualificationSection person={person} playbooks={playbooks} />
          <DeputySection person={person} people={people} />
        </>
      ) : null}
      {administers ? <AccountSection person={person} /> : null}
      {seesAll ? <HistorySection person={person} /> : null}
    </article>
  )
}
