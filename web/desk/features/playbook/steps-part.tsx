import type { PlaybookReading } from '@yinuo/contract'
import type { ReactElement } from 'react'
import { FieldsList } from './fields-list.tsx'
import { Part, type PartProps, Rule } from './part.tsx'
import { useTexts } from './texts.ts'

type StepReading = PlaybookReading['steps'][number]

/** The steps in their order, each with who does it, what must be filled and which gates are asked in it (PBK-03). */
export function StepsPart({ reading }: PartProps): ReactElement {
  return (
    <Part of="steps">
      <ol className="playbook-steps">
        {reading.steps.map((step, index) => (
          <li key={step.label}>
            <h3 id={`step-${index + 1}`}>
              {index + 1} {step.label}
            </h3>
            <StepFacts step={step} reading={reading} />
            {step.forms.map((form) => (
              <div key={form.label}>
                <h4>
                  {form.label} <Rule id={form.rule} />
                </h4>
                <FieldsList label={form.label} fields={form.fields} />
              </div>
            ))}
          </li>
        ))}
      </ol>
    </Part>
  )
}

function StepFacts(props: {
  readonly step: StepReading
  readonly reading: PlaybookReading
}): ReactElement {
  const t = useTexts()
  const { step, reading } = props
  return (
    <dl className="y-facts">
      <dt>{t('needs')}</dt>
      <dd>{step.needs}</dd>
      <dt>{t('who')}</dt>
      <dd>{step.posts.join('、')}</dd>
      <dt>{t('status')}</dt>
      <dd>{step.status}</dd>
      {step.gates.length === 0 ? null : (
        <>
          <dt>{t('step.gates')}</dt>
          <dd className="playbook-links">
            {step.gates.map((place) => (
              <a key={place} href={`#gate-${place}`}>
                {reading.gates[place]?.rule}
              </a>
            ))}
          </dd>
        </>
      )}
      {step.forms.length > 0 ? null : (
        <dd className="playbook-meta playbook-wide">{t('step.free')}</dd>
      )}
    </dl>
  )
}

export function RecordsPart({ reading }: PartProps): ReactElement {
  const t = useTexts()
  return (
    <Part of="records">
      {reading.records.map((record) => (
        <div key={record.label} className="playbook-entry">
          <h3>
            {record.label} <Rule id={record.rule} />
          </h3>
          <p className="playbook-meta">
            {t('writers', { who: record.writers.join('、') })}
            {record.deciders.length === 0
              ? ''
              : `；${t('deciders', { who: record.deciders.join('、') })}`}
          </p>
          <FieldsList label={record.label} fields={record.fields} />
        </div>
      ))}
    </Part>
  )
}
