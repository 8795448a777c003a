import { api, type OutputOf } from '@yinuo/contract'
import {
  ActionButton,
  Dialog,
  EmptyState,
  formatWhen,
  Icon,
  useAct,
  useBusinessNow,
  useRead,
  useZone,
} from '@yinuo/web-shared'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Bell as BellIcon } from 'lucide-react'
import { type ReactElement, useState } from 'react'
import { useTexts } from '../texts.ts'

type Notices = OutputOf<typeof api.commitment.notices>
const KEY = ['notice', 'list'] as const

/** The bell with its unread count; opens the latest notices. */
export function Bell(): ReactElement {
  const t = useTexts()
  const [open, setOpen] = useState(false)
  const { data } = useRead(api.commitment.notices, {}, KEY)
  const unread = data?.unread ?? 0
  return (
    <>
      <button
        type="button"
        className="y-icon-button desk-bell"
        aria-label={t('bell.label', { count: unread })}
        onClick={() => setOpen(true)}
      >
        <Icon of={BellIcon} size={18} />
        {unread === 0 ? null : <span aria-hidden>{unread > 99 ? '99+' : unread}</span>}
      </button>
      {open && data !== undefined ? (
        <NoticeList data={data} onClose={() => setOpen(false)} />
      ) : null}
    </>
  )
}

function NoticeList({
  data,
  onClose,
}: {
  readonly data: Notices
  readonly onClose: () => void
}): ReactElement {
  const t = useTexts()
  const now = useBusinessNow()
  const zone = useZone()
  const client = useQueryClient()
  const read = useAct(api.commitment.readNotices, {
    onDone: () => void client.invalidateQueries({ queryKey: KEY }),
  })
  const unread = data.notices.filter((notice) => notice.readAt === null).map((notice) => notice.id)
  const open = (id: string): void => {
    if (unread.includes(id)) void read.run({ body: { ids: [id] } })
    onClose()
  }
  return (
    <Dialog title={t('bell.title')} onClose={onClose}>
      {data.notices.length === 0 ? <EmptyState sentence={t('bell.none')} /> : null}
      <ul className="desk-notices">
        {data.notices.map((notice) => (
          <li key={notice.id} className={notice.readAt === null ? 'desk-notice-new' : ''}>
            {notice.complaintId === null ? (
              <span>{notice.title}</span>
            ) : (
              <Link
                to="/complaints/$id"
                params={{ id: notice.complaintId }}
                onClick={() => open(notice.id)}
              >
                {notice.title}
              </Link>
            )}
            {notice.readAt === null ? (
              <span className="y-chip y-chip-accent">{t('bell.unread')}</span>
            ) : null}
            <small>
              {notice.detail} · {formatWhen(notice.at, now, zone)}
            </small>
          </li>
        ))}
      </ul>
      {unread.length === 0 ? null : (
        <ActionButton
          size="small"
          pending={read.pending}
          onPress={() => void read.run({ body: { ids: unread } })}
        >
          {t('bell.read-all')}
        </ActionButton>
      )}
    </Dialog>
  )
}
