import { LockedAction, useMay } from '@yinuo/web-shared'
import type { ReactElement, ReactNode } from 'react'
import { useTexts } from './texts.ts'

/** What only an administrator does: for everybody else it is there, with the reason (ROLE-22). The server judges anyway. */
export function AdminOnly(props: {
  readonly label: string
  readonly children: ReactNode
}): ReactElement {
  const t = useTexts()
  const may = useMay('administer')
  if (may) return <>{props.children}</>
  return (
    <LockedAction
      label={props.label}
      size="small"
      reasons={[{ text: t('locked.reason'), rule: 'ROLE-22', who: [t('locked.administrator')] }]}
    />
  )
}
