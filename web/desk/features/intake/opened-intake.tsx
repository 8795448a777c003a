import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { ErrorState, SkeletonRows } from '@yinuo/web-shared'
import { type ReactElement, useEffect } from 'react'
import { openDraft } from './draft/open-draft.ts'
import { useDeviceDrafts } from './draft/use-draft.ts'
import { IntakeDesk } from './intake-desk.tsx'
import { useTexts } from './texts.ts'

/** A draft found again, from the server or from this device; one that has been registered leads to its case. */
export function OpenedIntake({ id }: { readonly id: string }): ReactElement {
  const t = useTexts()
  const device = useDeviceDrafts()
  const navigate = useNavigate()
  const opened = useQuery({
    queryKey: ['intake-opened', id],
    queryFn: () => openDraft(id, device),
    // What is on screen is newer than anything read again; every opening reads afresh.
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  })
  const complaintId = opened.data?.kind === 'registered' ? opened.data.complaintId : null
  useEffect(() => {
    if (complaintId !== null)
      void navigate({ to: '/complaints/$id', params: { id: complaintId }, replace: true })
  }, [complaintId, navigate])

  if (opened.data?.kind === 'draft') return <IntakeDesk known={opened.data.known} />
  return (
    <div className="y-page">
      {opened.error === null ? (
        <SkeletonRows rows={6} />
      ) : (
        <>
          <ErrorState error={opened.error} onRetry={() => void opened.refetch()} />
          <Link to="/intake">{t('opened.fresh')}</Link>
        </>
      )}
    </div>
  )
}
