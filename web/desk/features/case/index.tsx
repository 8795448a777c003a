import { api } from '@yinuo/contract'
import { getRouteApi, Link } from '@tanstack/react-router'
import { ErrorState, SkeletonRows, useRead } from '@yinuo/web-shared'
import type { ReactElement } from 'react'
import { CaseProvider } from './case-context.tsx'
import { CaseScreen } from './case-screen.tsx'
import './index.css'
import { useTexts } from './texts.ts'

const route = getRouteApi('/desk/complaints/$id')

export function CasePage(): ReactElement {
  const { id } = route.useParams()
  return <OneCase key={id} id={id} />
}

/** What stands on the screen stays there when a refetch fails; only a first reading that fails shows the error. */
function OneCase({ id }: { readonly id: string }): ReactElement {
  const t = useTexts()
  // Clocks and promises are streams of their own: the case's version does not move with them.
  const read = useRead(api.complaint.read, { params: { id } }, ['complaint', id], {
    follows: ['commitment'],
  })
  const code = read.data?.playbook.code ?? ''
  const book = useRead(api.playbook.read, { params: { code } }, ['playbook', code], {
    enabled: code !== '',
  })
  if (read.data !== undefined && book.data !== undefined) {
    return (
      <CaseProvider view={read.data} playbook={book.data}>
        <CaseScreen />
      </CaseProvider>
    )
  }
  const error = read.error ?? book.error
  return (
    <div className="y-page">
      {error === null ? (
        <SkeletonRows rows={9} />
      ) : (
        <>
          <ErrorState
            error={error}
            onRetry={() => void (read.error === null ? book.refetch() : read.refetch())}
          />
          <Link to="/complaints">{t('head.back')}</Link>
        </>
      )}
    </div>
  )
}
