import type { CustomerHit, PlaybookView } from '@yinuo/contract'
import { CHANNELS, COMPLAINT_KINDS } from '@yinuo/domain'
import { Segmented, useVocabulary } from '@yinuo/web-shared'
import type { ReactElement, ReactNode } from 'react'
import type { Draft } from '../draft/use-draft.ts'
import { setValue } from '../draft/content.ts'
import { useTexts } from '../texts.ts'
import { rowsOf } from './field-order.ts'
import type { FromFile } from './missing.ts'
import { FieldControl } from './field-control.tsx'
import { fieldId } from './field-id.ts'
import { ReasonFromWords } from './reason-from-words.tsx'

type Props = {
  readonly draft: Draft
  readonly playbook: PlaybookView
  /** Not yet taken: shown dashed, sent nowhere. */
  readonly preview: FromFile
  readonly fromFile: FromFile
  /** On file under the company name that was typed; Enter in that field takes it. */
  readonly sameName: CustomerHit | undefined
  readonly onTake: (hit: CustomerHit) => void
  /** What the server said is missing, by field. */
  readonly complaints: ReadonlyMap<string, string>
}

/** 投诉登记表 as the playbook has it, with type and channel, which belong to the complaint itself (CMP-02, CMP-06, CMP-07, CMP-11). */
export function RegistrationForm(props: Props): ReactElement | null {
  const { draft, playbook } = props
  const { content, change } = draft
  const t = useTexts()
  const v = useVocabulary()
  const form = playbook.forms['registration']
  const { sameName } = props
  if (form === undefined) return null
  const agent = content.values['party'] === 'agent' || props.preview['party'] === 'agent'
  const rows = rowsOf(
    form,
    (key) => key === 'endUser' && !agent && content.values['endUser'] === undefined,
  )
  return (
    <div className="intake-form">
      {rows.map(([field, second]) => (
        <div key={field.key} className="intake-row-group">
          <div className={second === undefined ? 'intake-row' : 'intake-row intake-row-pair'}>
            <Labelled fields={second === undefined ? [field] : [field, second]}>
              {(second === undefined ? [field] : [field, second]).map((one) => (
                <FieldControl
                  key={one.key}
                  field={one}
                  playbook={playbook}
                  value={content.values[one.key]}
                  preview={props.preview[one.key]}
                  fromFile={props.fromFile[one.key]}
                  complaint={props.complaints.get(one.key)}
                  onChange={(value) => change((current) => setValue(current, one.key, value))}
                  {...(one.key !== 'company' || sameName === undefined
                    ? {}
                    : {
                        offer: t('form.same-name', { name: sameName.name }),
                        onEnter: () => props.onTake(sameName),
                      })}
                />
              ))}
              {field.key === 'reason' ? <ReasonFromWords draft={draft} /> : null}
            </Labelled>
          </div>
          {field.key === 'party' ? (
            <>
              <Choice label={t('form.kind')}>
                <Segmented
                  label={t('form.kind')}
                  value={content.kind}
                  options={COMPLAINT_KINDS.map((kind) => ({
                    value: kind,
                    label: v(`kind.${kind}`),
                  }))}
                  onChange={(kind) => change((current) => ({ ...current, kind }))}
                />
              </Choice>
              <Choice label={t('form.channel')}>
                <Segmented
                  label={t('form.channel')}
                  value={content.channel}
                  options={CHANNELS.map((channel) => ({
                    value: channel,
                    label: v(`channel.${channel}`),
                  }))}
                  onChange={(channel) => change((current) => ({ ...current, channel }))}
                />
              </Choice>
            </>
          ) : null}
        </div>
      ))}
    </div>
  )
}

/** The visible label of one field, or of two in one row: 品名、规格. The controls carry their own names. */
function Labelled(props: {
  readonly fields: readonly {
    readonly key: string
    readonly label: string
    readonly required: boolean
  }[]
  readonly children: ReactNode
}): ReactElement {
  const [first] = props.fields
  const required = props.fields.some((field) => field.required)
  return (
    <>
      <label
        htmlFor={fieldId(first?.key ?? '')}
        className={`intake-label${required ? ' y-field-required' : ''}`}
      >
        {props.fields.map((field) => field.label).join('、')}
      </label>
      <div className="intake-controls">{props.children}</div>
    </>
  )
}

function Choice(props: { readonly label: string; readonly children: ReactNode }): ReactElement {
  return (
    <div className="intake-row">
      <span className="intake-label">{props.label}</span>
      <div className="intake-controls">{props.children}</div>
    </div>
  )
}
