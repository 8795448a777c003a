import { api } from '@yinuo/contract'
import { ActionButton, LockedAction } from '@yinuo/web-shared'
import type { ReactElement } from 'react'
import { useCase, useCaseAct } from '../case-context.tsx'
import { reasonsAgainst } from '../option.ts'
import { ActProblem } from '../option-button.tsx'
import { useTold } from '../steps/use-told.ts'
import { TellFields } from '../tell-fields.tsx'
import { useTexts } from '../texts.ts'
import { useShortReasons } from '../use-short-reasons.ts'

/** CLK-07: an answer that was given to the customer. */
export function ReplyForm({ onDone }: { readonly onDone: () => void }): ReactElement {
  const { view } = useCase()
  const t = useTexts()
  const { told, change, asked, box, check, letGo } = useTold('reply')
  const act = useCaseAct(api.complaint.reply, () => {
    letGo()
    onDone()
  })
  const send = (skip?: Record<string, string>): void => {
    const body = { ...told, ...(skip === undefined ? {} : { skip }) }
    if (check()) void act.run({ params: { id: view.id }, body })
  }
  const reasons = useShortReasons()(reasonsAgainst(view, 'reply'))
  return (
    <div className="case-side-form">
      <TellFields
        box={box}
        value={told}
        onChange={change}
        asked={asked}
        contentLabel={t('reply.content')}
      />
      {reasons.length > 0 ? (
        <LockedAction label={t('reply.do')} reasons={reasons} />
      ) : (
        <ActionButton keys="Ctrl+Enter" pending={act.pending} onPress={() => send()}>
          {t('reply.do')}
        </ActionButton>
      )}
      <ActProblem act={act} onSkip={send} />
    </div>
  )
}
