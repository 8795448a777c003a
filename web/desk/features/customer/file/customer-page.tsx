import { api } from '@yinuo/contract'
import { getRouteApi } from '@tanstack/react-router'
import { ErrorState, PageHeader, SkeletonRows, useRead } from '@yinuo/web-shared'
import type { ReactElement } from 'react'
import { useTexts } from '../texts.ts'
import { CustomerFile } from './customer-file.tsx'
import { FileCrumbs } from './file-crumbs.tsx'

const route = getRouteApi('/desk/customers/$id')

/** 客户档案 (CUS-01): read whole, kept fresh, also by what happens on the customer's complaints. */
export function CustomerPage(): ReactElement {
  const t = useTexts()
  const { id } = route.useParams()
  const read = useRead(api.customer.read, { params: { id } }, ['customer', id], {
    follows: ['complaint', 'commitment'],
  })
  if (read.data !== undefined) return <CustomerFile key={id} view={read.data} />
  return (
    <>
      <PageHeader title={t('title')} crumbs={<FileCrumbs />} />
      <div className="y-page">
        {read.error === null ? (
          <SkeletonRows rows={8} height={56} />
        ) : (
          <ErrorState error={read.error} onRetry={() => void read.refetch()} />
        )}
      </div>
    </>
  )
}
