import { api, type PortalLinkView } from '@yinuo/contract'
import { ActionButton, FieldRow, useAct } from '@yinuo/web-shared'
import { type ReactElement, useState } from 'react'
import { useCase } from '../case-context.tsx'
import { ActProblem } from '../option-button.tsx'
import { useLinkTexts } from './link-texts.ts'

/** Calls a link back, with the reason that stands in the time line. */
export function RevokeLink(props: {
  readonly onDone: (answer: PortalLinkView) => void
}): ReactElement {
  const { view } = useCase()
  const t = useLinkTexts()
  const [reason, setReason] = useState<string | null>(null)
  const act = useAct(api.portal.revokeLink, {
    onDone: (answer) => {
      setReason(null)
      props.onDone(answer)
    },
  })
  if (reason === null)
    return (
      <ActionButton size="small" onPress={() => setReason('')}>
        {t('revoke')}
      </ActionButton>
    )
  return (
    <>
      <FieldRow label={t('reason')} required>
        {(control) => (
          <input
            {...control}
            className="y-input"
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </FieldRow>
      <ActionButton
        size="small"
        pending={act.pending}
        onPress={() => {
          if (reason.trim() !== '')
            void act.run({ params: { id: view.id }, body: { reason: reason.trim() } })
        }}
      >
        {t('revoke')}
      </ActionButton>
      <ActProblem act={act} />
    </>
  )
}
