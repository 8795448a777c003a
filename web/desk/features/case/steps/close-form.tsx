import { api } from '@yinuo/contract'
import { CheckCheck } from 'lucide-react'
import { type ReactElement, useState } from 'react'
import { useCase, useCaseAct } from '../case-context.tsx'
import { optionOf } from '../option.ts'
import { ActProblem, OptionButton } from '../option-button.tsx'
import { useTexts } from '../texts.ts'
import { MissingRecords } from './missing-records.tsx'

/** EXE-14: before the end everything that is still open stands here by name, and the question whether it was done cleanly. */
export function CloseForm(): ReactElement {
  const { view } = useCase()
  const t = useTexts()
  const [clean, setClean] = useState(false)
  const act = useCaseAct(api.complaint.close)
  const end = (skip?: Record<string, string>): void =>
    void act.run({
      params: { id: view.id },
      body: { clean, ...(skip === undefined ? {} : { skip }) },
    })
  const option = optionOf(view, 'close')
  const open = (option?.unmet ?? [])
    .filter((gate) => gate.rule === 'EXE-14')
    .flatMap((gate) => gate.missing)
  const demand = String(view.forms['negotiation']?.values['demandText'] ?? '')
  return (
    <section className="case-block" aria-label={t('close.title')}>
      {option?.allowed === true ? (
        <>
          <h3>{t('close.title')}</h3>
          {open.length === 0 ? <p className="case-meta">{t('close.nothing-open')}</p> : null}
          <ul className="case-open-things">
            {open.map((one) => (
              <li key={one.text}>{one.text}</li>
            ))}
          </ul>
          {demand === '' ? null : <p className="y-words">{t('close.demand', { demand })}</p>}
          <label className="case-tick">
            <input
              type="checkbox"
              checked={clean}
              onChange={(event) => setClean(event.target.checked)}
            />
            {t('close.clean')}
          </label>
        </>
      ) : null}
      <OptionButton
        action="close"
        label={t('close.do')}
        icon={CheckCheck}
        pending={act.pending}
        onPress={() => end()}
      />
      <MissingRecords action="close" />
      <ActProblem act={act} onSkip={end} />
    </section>
  )
}
