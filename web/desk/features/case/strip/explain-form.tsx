import { api } from '@yinuo/contract'
import { useQueryClient } from '@tanstack/react-query'
import { ActionButton, FieldRow, useAct } from '@yinuo/web-shared'
import { type ReactElement, useEffect, useRef } from 'react'
import { useCase } from '../case-context.tsx'
import { useKept } from '../kept-state.ts'
import { ActProblem } from '../option-button.tsx'
import { useTexts } from '../texts.ts'
import { useAsked } from '../use-asked.ts'

/** A miss can be explained, never erased (CLK-21). */
export function ExplainForm(props: {
  readonly id: string
  readonly focused: boolean
}): ReactElement {
  const { view } = useCase()
  const t = useTexts()
  const client = useQueryClient()
  const [text, setText, letGo] = useKept(`${view.id}.explain.${props.id}`, '')
  const { box, asked, ask } = useAsked<HTMLDivElement>()
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (props.focused) field.current?.focus()
  }, [props.focused])
  const act = useAct(api.commitment.explain, {
    onDone: () => {
      letGo()
      void client.invalidateQueries({ queryKey: ['complaint', view.id] })
    },
  })
  const send = (): void => {
    if (text.trim() === '') return ask()
    void act.run({ params: { id: props.id }, body: { text } })
  }
  return (
    <div className="case-explain" ref={box}>
      <FieldRow
        label={t('explain.why')}
        stacked
        hint={t('explain.stays')}
        {...(asked && text.trim() === '' ? { complaint: t('form.missing') } : {})}
      >
        {(control) => (
          <textarea
            {...control}
            ref={field}
            className="y-input"
            rows={2}
            maxLength={1000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </FieldRow>
      <ActionButton size="small" pending={act.pending} onPress={send}>
        {t('explain.do')}
      </ActionButton>
      <ActProblem act={act} />
    </div>
  )
}
