import { api } from '@yinuo/contract'
import { ActionButton, isComposing, messageOf, useAct } from '@yinuo/web-shared'
import { type ReactElement, useEffect, useRef, useState } from 'react'
import { useTexts } from '../texts.ts'

/** Not a complaint after all: the draft is put down with a reason; what is registered can never be (CMP-06). No dialog: the call goes on. */
export function DiscardBox(props: {
  readonly draftId: string
  readonly beforehand: () => Promise<void>
  readonly onDone: () => void
  readonly onBack: () => void
}): ReactElement {
  const { draftId, onBack, onDone } = props
  const t = useTexts()
  const [reason, setReason] = useState('')
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])
  const discard = useAct(api.intake.discardDraft, { onDone })
  const run = async (): Promise<void> => {
    if (reason.trim() === '') return input.current?.focus()
    await props.beforehand()
    await discard.run({ params: { id: draftId }, body: { reason: reason.trim() } })
  }
  return (
    <form
      className="intake-discard"
      onSubmit={(event) => {
        event.preventDefault()
        void run()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || isComposing(event)) return
        event.preventDefault()
        onBack()
      }}
    >
      <label>
        {t('discard.reason')}
        <input
          ref={input}
          className="y-input"
          maxLength={500}
          required
          value={reason}
          placeholder={t('discard.placeholder')}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      <ActionButton submit pending={discard.pending}>
        {t('discard.do')}
      </ActionButton>
      <ActionButton look="link" onPress={onBack}>
        {t('discard.back')}
      </ActionButton>
      {discard.error === null ? null : <p role="alert">{messageOf(discard.error)}</p>}
    </form>
  )
}
