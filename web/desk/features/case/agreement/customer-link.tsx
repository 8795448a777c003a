import { api, type PortalLinkView } from '@yinuo/contract'
import { useQueryClient } from '@tanstack/react-query'
import { ActionButton, copyText, useAct, useRead } from '@yinuo/web-shared'
import { Copy, Send } from 'lucide-react'
import { type ReactElement, useState } from 'react'
import { useCase, useWhen } from '../case-context.tsx'
import { isAllowed } from '../option.ts'
import { ActProblem, OptionButton } from '../option-button.tsx'
import { useLinkTexts } from './link-texts.ts'
import { RevokeLink } from './revoke-link.tsx'

/** SYS-27: the customer signs on his own telephone; what went out, and whether it still holds. */
export function CustomerLink(): ReactElement | null {
  const { view } = useCase()
  const t = useLinkTexts()
  const when = useWhen()
  const client = useQueryClient()
  const key = ['complaint', view.id, 'portal-link'] as const
  const params = { id: view.id }
  const read = useRead(api.portal.readLink, { params }, [...key])
  const [url, setUrl] = useState<string | null>(null)
  const keep = (answer: PortalLinkView): void => {
    setUrl(answer.url)
    client.setQueryData(key, answer)
    void client.invalidateQueries({ queryKey: ['complaint', view.id], exact: true })
  }
  const send = useAct(api.portal.sendLink, { onDone: keep })
  const held = read.data
  if (held === undefined) return null
  const { link, means } = held
  return (
    <section className="case-block" aria-label={t('title')}>
      <h3>{t('title')}</h3>
      {means !== null && !held.canSend ? (
        <p>{t('cannot-send')}</p>
      ) : (
        <>
          {means === null ? null : <p>{t(`to.${means}`, { contact: held.contact })}</p>}
          {link === null ? null : (
            <p>
              {t(`link.${link.state}`, {
                name: link.sentBy.name,
                when: when(link.sentAt),
                until: when(link.expiresAt),
              })}
            </p>
          )}
          <OptionButton
            action="send-link"
            label={t(link === null ? 'send' : 'again')}
            icon={Send}
            pending={send.pending}
            onPress={() => void send.run({ params })}
          />
          {url === null ? null : <CopyLink url={url} />}
          {link?.state === 'open' && isAllowed(view, 'revoke-link') ? (
            <RevokeLink onDone={keep} />
          ) : null}
        </>
      )}
      <ActProblem act={send} />
    </section>
  )
}

function CopyLink({ url }: { readonly url: string }): ReactElement {
  const t = useLinkTexts()
  const [copied, setCopied] = useState(false)
  return (
    <p>
      <ActionButton
        look="link"
        icon={Copy}
        onPress={() => void copyText(url).then(() => setCopied(true))}
      >
        {t(copied ? 'copied' : 'copy')}
      </ActionButton>{' '}
      {t('harmless')}
    </p>
  )
}

/** How the customer's own signature shows in the place of the scan. */
export function SignedByCode(): ReactElement | null {
  const { view } = useCase()
  const t = useLinkTexts()
  const when = useWhen()
  const accepted = view.agreement?.accepted ?? null
  if (accepted === null) return null
  const { signer, at, contact } = accepted
  return <p className="case-block">{t('accepted', { name: signer, when: when(at), contact })}</p>
}
