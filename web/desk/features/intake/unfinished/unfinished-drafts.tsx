import { api } from '@yinuo/contract'
import { formatWhen, messageOf, useMe, useRead, useZone } from '@yinuo/web-shared'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import type { DraftContent } from '../draft/content.ts'
import { useDeviceDrafts } from '../draft/use-draft.ts'
import { useTexts } from '../texts.ts'

type Unfinished = {
  readonly id: string
  readonly since: string
  readonly content: DraftContent
  readonly onlyHere: boolean
}

/** What I began and did not register, on the server or only on this device; a superior also sees whose drafts lie too long. */
export function UnfinishedDrafts({ now }: { readonly now: number }): ReactElement | null {
  const t = useTexts()
  const zone = useZone()
  const { user } = useMe()
  const device = useDeviceDrafts()
  const read = useRead(api.intake.listDrafts, {}, ['draft', 'list'])
  const onServer = read.data?.drafts ?? []
  const mine: readonly Unfinished[] = [
    ...onServer
      .filter((draft) => draft.owner.id === user.id)
      .map(({ id, receivedAt, content }) => ({ id, since: receivedAt, content, onlyHere: false })),
    ...device
      .all()
      .filter((draft) => !onServer.some((known) => known.id === draft.id))
      .map(({ id, startedAt, content }) => ({ id, since: startedAt, content, onlyHere: true })),
  ]
  const others = onServer.filter((draft) => draft.owner.id !== user.id)
  if (mine.length === 0 && others.length === 0 && read.error === null) return null
  return (
    <section className="intake-unfinished">
      {mine.length === 0 ? null : <h2>{t('unfinished.title')}</h2>}
      <ul>
        {mine.map((draft) => (
          <li key={draft.id}>
            <div>
              <p className="intake-unfinished-who">{whoIsIt(draft.content)}</p>
              <p>
                {t('unfinished.line', { when: formatWhen(draft.since, now, zone) })}
                {draft.onlyHere ? `，${t('unfinished.device')}` : ''}
              </p>
            </div>
            <Link to="/intake" search={{ draft: draft.id }}>
              {t('unfinished.continue')}
            </Link>
          </li>
        ))}
      </ul>
      {others.length === 0 ? null : <h2>{t('unfinished.others')}</h2>}
      <ul>
        {others.map((draft) => (
          <li key={draft.id}>
            {t('unfinished.other', {
              name: draft.owner.name,
              when: formatWhen(draft.receivedAt, now, zone),
            })}
          </li>
        ))}
      </ul>
      {read.error === null ? null : <p>{t('unfinished.failed', { why: messageOf(read.error) })}</p>}
    </section>
  )

  function whoIsIt(content: DraftContent): string {
    const company = content.values['company']
    if (typeof company === 'string') return company
    return content.words[0]?.text ?? (content.unfinished || t('unfinished.nobody'))
  }
}
