import { api, type ComplaintView, type PlaybookView } from '@yinuo/contract'
import { PRINT_FORMS, type PrintForm } from '@yinuo/domain'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import {
  ActionButton,
  ErrorState,
  PageHeader,
  RefusalNote,
  SkeletonRows,
  useAct,
  useMe,
  useRead,
} from '@yinuo/web-shared'
import { Printer } from 'lucide-react'
import { type ReactElement, useEffect, useState } from 'react'
import './index.css'
import { paperOf } from './paper-of.ts'
import { PaperSheet } from './paper-sheet.tsx'
import { useTexts } from './texts.ts'
import { useWords } from './words.ts'

const route = getRouteApi('/desk/print/complaints/$id/$form')

/** SYS-19: the forms of one complaint as they come out of the printer. */
export function PrintPage(): ReactElement {
  const { id, form } = route.useParams()
  const read = useRead(api.complaint.read, { params: { id } }, ['complaint', id])
  const code = read.data?.playbook.code ?? ''
  const book = useRead(api.playbook.read, { params: { code } }, ['playbook', code], {
    enabled: code !== '',
  })
  const error = read.error ?? book.error
  if (read.data !== undefined && book.data !== undefined) {
    const known = PRINT_FORMS.find((one) => one === form) ?? 'registration'
    return <OneForm key={known} view={read.data} playbook={book.data} form={known} />
  }
  return (
    <div className="y-page">
      {error === null ? (
        <SkeletonRows rows={9} />
      ) : (
        <ErrorState error={error} onRetry={() => void read.refetch()} />
      )}
    </div>
  )
}

type Printed = { readonly printedAt: string; readonly address: string }

function OneForm(props: {
  readonly view: ComplaintView
  readonly playbook: PlaybookView
  readonly form: PrintForm
}): ReactElement {
  const { view, playbook, form } = props
  const t = useTexts()
  const me = useMe()
  const words = useWords(me.organisation.name)
  const navigate = useNavigate()
  const [printed, setPrinted] = useState<Printed | null>(null)
  const act = useAct(api.complaint.print, { onDone: setPrinted })
  // On paper it goes only after it is kept who printed it, and with what that answer gave.
  useEffect(() => {
    if (printed !== null) window.print()
  }, [printed])
  const masked = String(view.forms['registration']?.values['address'] ?? '')
  const source = { view, playbook, words, address: printed?.address || masked }
  const titleOf = (key: PrintForm): string => paperOf(key, source).title
  return (
    <>
      <PageHeader
        title={titleOf(form)}
        crumbs={
          <Link to="/complaints/$id" params={{ id: view.id }}>
            {t('back')}
          </Link>
        }
        meta={<span>{view.number}</span>}
      >
        <select
          className="y-input"
          aria-label={t('which')}
          value={form}
          onChange={(event) =>
            void navigate({
              to: '/print/complaints/$id/$form',
              params: { id: view.id, form: event.target.value },
            })
          }
        >
          {PRINT_FORMS.map((key) => (
            <option key={key} value={key}>
              {titleOf(key)}
            </option>
          ))}
        </select>
        <ActionButton
          look="primary"
          keys="Alt+E"
          icon={Printer}
          pending={act.pending}
          onPress={() => void act.run({ params: { id: view.id }, body: { form } })}
        >
          {t('print')}
        </ActionButton>
      </PageHeader>
      <div className="y-page print-desk">
        <div className="y-screen-only">
          {act.refusal !== null ? <RefusalNote unmet={act.refusal.unmet} /> : null}
          {act.error !== null && act.refusal === null ? <ErrorState error={act.error} /> : null}
        </div>
        <PaperSheet
          paper={paperOf(form, source)}
          company={me.organisation.name}
          foot={t('printed-by', {
            name: me.user.name,
            when: words.time(printed?.printedAt ?? view.now),
          })}
        />
      </div>
    </>
  )
}
