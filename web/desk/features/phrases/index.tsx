import { api, type PhraseView } from '@yinuo/contract'
import {
  ActionButton,
  Chip,
  ErrorState,
  PageHeader,
  SkeletonRows,
  useMay,
  useRead,
} from '@yinuo/web-shared'
import { Plus } from 'lucide-react'
import { type ReactElement, useState } from 'react'
import './index.css'
import { draftOf, newPhrase, type PhraseDraft } from './phrase-draft.ts'
import { PhraseForm } from './phrase-form.tsx'
import { useTexts } from './texts.ts'

/** 话术: what may not be said to a customer, what should not, and what may; whoever may changes it here, at once (SPK-27). */
export function PhrasesPage(): ReactElement {
  const t = useTexts()
  const mayEdit = useMay('edit-phrases')
  const playbooks = useRead(api.playbook.list, {}, ['playbook', 'list']).data?.playbooks ?? []
  const code = playbooks[0]?.code ?? ''
  const read = useRead(api.phrase.list, { params: { code } }, ['phrase', 'list', code], {
    enabled: code !== '',
  })
  const [draft, setDraft] = useState<PhraseDraft | null>(null)
  const today = read.data?.today ?? ''
  return (
    <>
      <PageHeader title={t('title')}>
        {mayEdit && draft === null ? (
          <ActionButton icon={Plus} look="primary" onPress={() => setDraft(newPhrase(today))}>
            {t('add')}
          </ActionButton>
        ) : null}
      </PageHeader>
      <div className="phrases-page">
        <p>{t('intro')}</p>
        {mayEdit ? null : <p className="phrases-meta">{t('more')}</p>}
        {draft === null ? null : (
          <PhraseForm
            key={`${draft.id}${draft.code}`}
            playbook={code}
            draft={draft}
            onDone={() => setDraft(null)}
          />
        )}
        {read.error === null ? null : (
          <ErrorState error={read.error} onRetry={() => void read.refetch()} />
        )}
        {read.data === undefined ? (
          read.error === null ? (
            <SkeletonRows rows={5} />
          ) : null
        ) : (
          <ul className="phrases-list" aria-label={t('list')}>
            {read.data.phrases.map((phrase) => (
              <PhraseLine
                key={`${phrase.id}${phrase.code}`}
                phrase={phrase}
                today={today}
                onEdit={mayEdit ? () => setDraft(draftOf(phrase, today)) : null}
              />
            ))}
          </ul>
        )}
      </div>
    </>
  )
}

function PhraseLine(props: {
  readonly phrase: PhraseView
  readonly today: string
  readonly onEdit: (() => void) | null
}): ReactElement {
  const { phrase, today, onEdit } = props
  const t = useTexts()
  const isAhead = phrase.validFrom !== null && phrase.validFrom > today
  const state = isAhead ? 'not-yet' : phrase.inForce ? 'counts' : 'replaced'
  const facts = [
    t(phrase.id === null ? 'shipped' : 'own'),
    phrase.rule,
    phrase.source,
    phrase.validFrom ?? '',
    t(state),
  ]
  return (
    <li className={phrase.inForce ? '' : 'phrases-past'}>
      <Chip look={phrase.level === 'block' ? 'accent' : 'plain'}>{t(`level.${phrase.level}`)}</Chip>
      <div>
        <p className="y-words">{phrase.says.join('；')}</p>
        {phrase.instead === '' ? null : (
          <p className="phrases-meta">
            {t('instead')}：{phrase.instead}
          </p>
        )}
        <p className="phrases-meta">{facts.filter((fact) => fact !== '').join(' · ')}</p>
      </div>
      {onEdit === null ? null : (
        <ActionButton
          size="small"
          label={t('edit-of', { said: phrase.says[0] ?? '' })}
          onPress={onEdit}
        >
          {t('edit')}
        </ActionButton>
      )}
    </li>
  )
}
