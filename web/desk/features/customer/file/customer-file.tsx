import type { CustomerView } from '@yinuo/contract'
import {
  ActionButton,
  Chip,
  LockedAction,
  PageHeader,
  useBusinessNow,
  useVocabulary,
} from '@yinuo/web-shared'
import { PencilLine } from 'lucide-react'
import { type ReactElement, useState } from 'react'
import { EditCustomer } from '../edit/edit-customer.tsx'
import { useTexts } from '../texts.ts'
import { ComplaintTable } from './complaint-table.tsx'
import { CustomerItems } from './customer-items.tsx'
import { CustomerTimeline } from './customer-timeline.tsx'
import { FileCrumbs } from './file-crumbs.tsx'
import { InvoiceList } from './invoice-list.tsx'
import { LinksSection } from './links-section.tsx'
import { PromiseLedger } from './promise-ledger.tsx'
import { TradeSection } from './trade-section.tsx'

/** The four items with their last confirmation, complaints, promises and invoices on one page; edited in place. */
export function CustomerFile({ view }: { readonly view: CustomerView }): ReactElement {
  const t = useTexts()
  const v = useVocabulary()
  const now = useBusinessNow()
  const [editing, setEditing] = useState(false)
  return (
    <>
      <PageHeader
        title={view.name}
        crumbs={<FileCrumbs />}
        meta={
          <>
            <Chip>{v(`party.${view.party}`)}</Chip>
            {view.salutation === '' ? null : (
              <span>
                {t('field.salutation')} {view.salutation}
              </span>
            )}
          </>
        }
      >
        {editing ? null : view.mayEdit ? (
          <ActionButton icon={PencilLine} keys="Alt+E" onPress={() => setEditing(true)}>
            {t('file.edit')}
          </ActionButton>
        ) : (
          <LockedAction
            size="small"
            label={t('file.edit')}
            reasons={[{ text: t('file.duty'), rule: 'ROLE-22' }]}
          />
        )}
      </PageHeader>
      <div className="y-panes customer-panes">
        <div className="customer-main">
          {editing ? (
            <EditCustomer view={view} onClose={() => setEditing(false)} />
          ) : (
            <CustomerItems view={view} now={now} />
          )}
          <div className="customer-items">
            <TradeSection view={view} />
            <LinksSection view={view} />
          </div>
          <ComplaintTable rows={view.complaints} now={now} />
          <CustomerTimeline view={view} now={now} />
        </div>
        <aside className="y-rail">
          <PromiseLedger promises={view.promises} ledger={view.ledger} now={now} />
          <InvoiceList invoices={view.invoices} />
        </aside>
      </div>
    </>
  )
}
