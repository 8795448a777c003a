import { api, type PlaybookView } from '@yinuo/contract'
import {
  ActionButton,
  call,
  Chip,
  Conflict,
  formatTime,
  Icon,
  messageOf,
  PageHeader,
  SavedState,
  useZone,
} from '@yinuo/web-shared'
import { PhoneCall } from 'lucide-react'
import type { ReactElement } from 'react'
import type { Draft } from './draft/use-draft.ts'
import { useTexts } from './texts.ts'
import { formatRunning } from './words/format-running.ts'

/** When it began, how long it lasts, and where the words are now: always in sight. */
export function IntakeHeader(props: {
  readonly draft: Draft
  readonly playbook: PlaybookView | undefined
  readonly now: number
  /** Begun on an earlier screen: the call may be long over, so nothing counts. */
  readonly takenUp: boolean
  readonly onLeave: () => void
}): ReactElement {
  const { draft, playbook, now, takenUp, onLeave } = props
  const t = useTexts()
  const zone = useZone()
  const since = draft.receivedAt ?? draft.startedAt
  return (
    <>
      <PageHeader
        title={t('title')}
        meta={
          <>
            {playbook === undefined ? null : <Chip>{playbook.shortLabel}</Chip>}
            {since === null ? null : (
              <>
                {takenUp ? null : (
                  <span className="intake-running">
                    <Icon of={PhoneCall} />
                    <b>{t('head.running', { span: formatRunning(now - Date.parse(since)) })}</b>
                  </span>
                )}
                <span>{t('head.received', { time: formatTime(since, zone, true) })}</span>
              </>
            )}
          </>
        }
      >
        <SavedState saved={draft.saved} />
        <span className="intake-safe">{t('head.safe')}</span>
        <ActionButton look="link" keys="Esc" onPress={onLeave}>
          {t('head.leave')}
        </ActionButton>
      </PageHeader>
      <Hindered draft={draft} />
    </>
  )
}

/** Why saving stands still: one line under the head, never a dialog over a call. */
function Hindered({ draft }: { readonly draft: Draft }): ReactElement | null {
  const t = useTexts()
  const { hindrance, error, keeper } = draft
  if (hindrance === null) return null
  const logIn = async (): Promise<void> => {
    // Any call waits for the login dialog of the shell and goes on after it.
    await call(api.session.me, {}).catch(() => undefined)
    keeper.retry()
  }
  const newest = error instanceof Conflict ? (error.problem.current?.version ?? 0) : 0
  return (
    <div role="alert" className="intake-hindered">
      {hindrance === 'elsewhere' ? (
        <>
          <span>{t('elsewhere.line')}</span>
          <ActionButton size="small" onPress={() => keeper.keepMine(newest)}>
            {t('elsewhere.mine')}
          </ActionButton>
          <ActionButton
            size="small"
            onPress={() => {
              keeper.end()
              window.location.reload()
            }}
          >
            {t('elsewhere.theirs')}
          </ActionButton>
        </>
      ) : hindrance === 'logged-out' ? (
        <>
          <span>{t('logged-out.line')}</span>
          <ActionButton size="small" onPress={() => void logIn()}>
            {t('logged-out.again')}
          </ActionButton>
        </>
      ) : (
        <>
          <span>{t('failed.line', { why: messageOf(error) })}</span>
          <ActionButton size="small" onPress={keeper.retry}>
            {t('failed.again')}
          </ActionButton>
        </>
      )}
    </div>
  )
}
