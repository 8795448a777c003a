import { ActionButton, EmptyState } from '@yinuo/web-shared'
import type { ReactElement } from 'react'
import { useTexts } from './texts.ts'

export function TasksEmpty(props: {
  readonly state: 'open' | 'done'
  readonly mayExecute: boolean
  readonly onOther: () => void
}): ReactElement {
  const t = useTexts()
  const sentence = props.mayExecute ? t(`empty.${props.state}`) : t(`empty.cases.${props.state}`)
  return (
    <div className="y-page">
      <EmptyState sentence={sentence}>
        <ActionButton onPress={props.onOther}>
          {t(props.state === 'open' ? 'empty.see-done' : 'empty.see-open')}
        </ActionButton>
      </EmptyState>
    </div>
  )
}
