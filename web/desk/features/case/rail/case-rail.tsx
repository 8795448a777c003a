import type { ReactElement } from 'react'
import { AdviceCards } from './advice-cards.tsx'
import { AttachmentList } from './attachment-list.tsx'
import { CustomerPanel } from './customer-panel.tsx'
import { DebtList } from './debt-list.tsx'
import { PeopleList } from './people-list.tsx'
import { PromiseList } from './promise-list.tsx'

/** What one consults beside the work. */
export function CaseRail(): ReactElement {
  return (
    <>
      <AdviceCards />
      <PromiseList />
      <CustomerPanel />
      <DebtList />
      <PeopleList />
      <AttachmentList />
    </>
  )
}
