import { ActionButton, EmptyState } from '@yinuo/web-shared'
import type { ReactElement } from 'react'
import { useTexts } from './texts.ts'

export function TasksEmpty(props: {
  readonly state: 'open' | 'done'
  readonly mayExecute: boolean
  readonly onOther: () => void
}): ReactElement {
  const t = useTexts()
  if (!props.mayExecute) return <EmptyState sentence={t('empty.nobody')} />
  return (
    <EmptyState sentence={t(`empty.${props.state}`)}>
      <ActionButton onPress={props.onOther}>
        {t(props.state === 'open' ? 'empty.see-done' : 'empty.see-open')}
      </ActionButton>
    </EmptyState>
  )
}
