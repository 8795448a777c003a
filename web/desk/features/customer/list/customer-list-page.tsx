import { api } from '@yinuo/contract'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import {
  ActionButton,
  EmptyState,
  ErrorState,
  ExportButton,
  PageHeader,
  SkeletonRows,
  useMay,
  useMe,
} from '@yinuo/web-shared'
import { Import, Plus } from 'lucide-react'
import { type ReactElement, useState } from 'react'
import { useTexts } from '../texts.ts'
import { CustomerSearch } from './customer-search.tsx'
import { CustomerTable } from './customer-table.tsx'
import { NewCustomer } from './new-customer.tsx'
import { useCustomerRows } from './use-customer-rows.ts'

/** 客户: everybody by name, or found by name, number, its last four digits, or invoice; the search stands in the address. */
export function CustomerListPage(): ReactElement {
  const t = useTexts()
  const navigate = useNavigate()
  const { q: asked } = useSearch({ strict: false }) as { q?: unknown }
  // The router reads digits in the address as a number.
  const q = typeof asked === 'string' || typeof asked === 'number' ? String(asked).trim() : ''
  const list = useCustomerRows(q.slice(0, 60))
  const mayRecord = useMay('record')
  const mayImport = useMay('import')
  // Posts that only carry out tasks see no customers at all (SYS-09).
  const isSightless = useMe().duties.every((duty) => duty === 'execute')
  const [adding, setAdding] = useState(false)
  const rows = list.rows ?? []

  return (
    <>
      <PageHeader title={t('title')}>
        {isSightless ? null : (
          <ExportButton route={api.figures.exportCustomers} input={{ body: { q: q.slice(0, 60) } }}>
            {t('list.export')}
          </ExportButton>
        )}
        {mayImport ? (
          <ActionButton icon={Import} onPress={() => void navigate({ to: '/import' })}>
            {t('list.import')}
          </ActionButton>
        ) : null}
        {mayRecord ? (
          <ActionButton icon={Plus} onPress={() => setAdding(true)}>
            {t('list.new')}
          </ActionButton>
        ) : null}
      </PageHeader>
      {isSightless ? null : (
        <div className="customer-bar">
          <CustomerSearch
            q={q}
            onSearch={(next) =>
              void navigate({
                to: '/customers',
                search: next === '' ? {} : { q: next },
                replace: true,
              })
            }
          />
        </div>
      )}
      <div className="customer-body">
        {list.rows === undefined ? (
          list.error === null ? (
            <SkeletonRows rows={12} height={48} />
          ) : (
            <ErrorState error={list.error} onRetry={list.retry} />
          )
        ) : rows.length === 0 ? (
          <NobodyFound q={q} isSightless={isSightless} />
        ) : (
          <CustomerTable list={list} rows={rows} q={q} />
        )}
      </div>
      {adding ? (
        <NewCustomer
          onClose={() => setAdding(false)}
          onDone={(id) => void navigate({ to: '/customers/$id', params: { id } })}
        />
      ) : null}
    </>
  )
}

function NobodyFound(props: { readonly q: string; readonly isSightless: boolean }): ReactElement {
  const { q, isSightless } = props
  const t = useTexts()
  if (isSightless)
    return (
      <EmptyState sentence={t('empty.sight')}>
        <Link to="/tasks">{t('empty.tasks')}</Link>
      </EmptyState>
    )
  return (
    <EmptyState sentence={q === '' ? t('empty.all') : t('empty.found', { text: q })}>
      {q === '' ? null : <Link to="/customers">{t('search.clear', { text: q })}</Link>}
    </EmptyState>
  )
}
