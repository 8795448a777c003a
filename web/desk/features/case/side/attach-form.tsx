import { api, ATTACHMENT_TYPES } from '@yinuo/contract'
import { FieldRow, useAct } from '@yinuo/web-shared'
import { type ReactElement, useState } from 'react'
import { useCase, useCaseAct } from '../case-context.tsx'
import { ActProblem, OptionButton } from '../option-button.tsx'
import { useTexts } from '../texts.ts'
import { useAsked } from '../use-asked.ts'

/** A picture, a PDF or a recording, with what it shows (SYS-11). */
export function AttachForm({ onDone }: { readonly onDone: () => void }): ReactElement {
  const { view } = useCase()
  const t = useTexts()
  const [file, setFile] = useState<File | null>(null)
  const [note, setNote] = useState('')
  const { box, asked, ask } = useAsked<HTMLDivElement>()
  const upload = useAct(api.attachment.upload)
  const act = useCaseAct(api.complaint.attach, onDone)
  const send = async (): Promise<void> => {
    if (file === null) return ask()
    const kept = await upload.run({ query: { name: file.name } }, file)
    if (kept !== undefined)
      await act.run({ params: { id: view.id }, body: { attachment: kept.id, note } })
  }
  return (
    <div className="case-side-form" ref={box}>
      <FieldRow
        label={t('attach.file')}
        required
        stacked
        hint={t('attach.kinds')}
        {...(asked && file === null ? { complaint: t('form.missing') } : {})}
      >
        {(control) => (
          <input
            {...control}
            className="case-file"
            type="file"
            accept={ATTACHMENT_TYPES.join(',')}
            onChange={(event) => setFile(event.target.files?.[0] ?? null)}
          />
        )}
      </FieldRow>
      <FieldRow label={t('attach.note')} stacked>
        {(control) => (
          <input
            {...control}
            className="y-input"
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </FieldRow>
      <OptionButton
        action="attach"
        label={t(upload.pending ? 'scan.uploading' : 'attach.do')}
        pending={upload.pending || act.pending}
        onPress={() => void send()}
      />
      <ActProblem act={upload} />
      <ActProblem act={act} />
    </div>
  )
}
