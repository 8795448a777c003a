import { ActionButton, EmptyState } from '@yinuo/web-shared'
import type { ReactElement } from 'react'
import { useTexts } from './texts.ts'

export function TasksEmpty(props: {
  readonly state: 'open' | 'done'
  readonly mayExecute: boolean
  readonly onOther: () => void
}): ReactElement {
  const t = useTexts()
  const sentence = props.mayExecute ? t(`empty.${props.state}`) : t('empty.nobody')
  return (
    <div className="y-page">
      <EmptyState sentence={sentence}>
        {props.mayExecute ? (
          <ActionButton onPress={props.onOther}>
            {t(props.state === 'open' ? 'empty.see-done' : 'empty.see-open')}
          </ActionButton>
        ) : null}
      </EmptyState>
    </div>
  )
}
