import { api, type PersonView } from '@yinuo/contract'
import { ActionButton, FieldRow, LockedAction, useMay } from '@yinuo/web-shared'
import { type ReactElement, useState } from 'react'
import { ActFailure } from './act-failure.tsx'
import { AdminOnly } from './admin-only.tsx'
import type { Item } from './group-items.ts'
import { useTexts } from './texts.ts'
import { usePersonAct } from './use-person-act.ts'

type Judged = {
  readonly person: PersonView
  readonly item: Item
  readonly minYears: number
  readonly onDone: () => void
}

/** The administrator records what was found; a leader may excuse it with a reason. */
export function JudgeItem(props: Judged): ReactElement {
  return (
    <div className="people-judge-sides">
      <AssessItem {...props} />
      <WaiveItem {...props} />
    </div>
  )
}

function AssessItem({ person, item, minYears, onDone }: Judged): ReactElement {
  const t = useTexts()
  const isYears = item.value === 'years'
  const [value, setValue] = useState(String(person.qualification[item.key]?.value ?? ''))
  const assess = usePersonAct(api.people.assess, onDone)
  const record = (result: 'fulfilled' | 'failed'): void => {
    const said = value.trim()
    const kept = said === '' ? null : isYears ? Number(said) : said
    void assess.run({ params: { id: person.id }, body: { item: item.key, result, value: kept } })
  }
  return (
    <div className="people-judge-side">
      <AdminOnly label={t('assess.open')}>
        <FieldRow
          stacked
          label={t(`assess.${item.value}`)}
          hint={
            item.key === 'years'
              ? t('assess.minimum.hint', { count: minYears })
              : t(`assess.${item.value}.hint`)
          }
        >
          {(control) => (
            <input
              {...control}
              className="y-input"
              {...(isYears ? { type: 'number', min: 0, max: 60, step: 0.5 } : { maxLength: 200 })}
              value={value}
              onChange={(event) => setValue(event.target.value)}
            />
          )}
        </FieldRow>
        <div className="people-form-line">
          <ActionButton size="small" pending={assess.pending} onPress={() => record('fulfilled')}>
            {t('assess.fulfilled')}
          </ActionButton>
          <ActionButton size="small" pending={assess.pending} onPress={() => record('failed')}>
            {t('assess.failed')}
          </ActionButton>
        </div>
        <ActFailure act={assess} />
      </AdminOnly>
    </div>
  )
}

function WaiveItem({ person, item, onDone }: Judged): ReactElement {
  const t = useTexts()
  const may = useMay('waive-qualification')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const waive = usePersonAct(api.people.waive, onDone)
  const press = (): void => {
    setTried(true)
    if (reason.trim() !== '')
      void waive.run({ params: { id: person.id }, body: { item: item.key, reason } })
  }
  if (!may)
    return (
      <div className="people-judge-side">
        <LockedAction
          size="small"
          label={t('waive.do')}
          reasons={[{ text: t('locked.reason'), rule: 'STF-01', who: [t('locked.leader')] }]}
        />
      </div>
    )
  const empty = tried && reason.trim() === ''
  return (
    <div className="people-judge-side">
      <FieldRow
        stacked
        label={t('waive.reason')}
        hint={t('waive.reason.hint')}
        {...(empty ? { complaint: t('fault.empty', { field: t('waive.reason') }) } : {})}
      >
        {(control) => (
          <input
            {...control}
            className="y-input"
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </FieldRow>
      <div className="people-form-line">
        <ActionButton size="small" pending={waive.pending} onPress={press}>
          {t('waive.do')}
        </ActionButton>
      </div>
      <ActFailure act={waive} />
    </div>
  )
}
