import { api, ATTACHMENT_TYPES } from '@yinuo/contract'
import { SIGNING_MEANS, type SigningMeans } from '@yinuo/domain'
import {
  businessNow,
  FieldRow,
  formatDate,
  Segmented,
  useAct,
  useVocabulary,
  useZone,
} from '@yinuo/web-shared'
import { Upload } from 'lucide-react'
import { type ReactElement, useState } from 'react'
import { useCase, useCaseAct } from '../case-context.tsx'
import { isAllowed } from '../option.ts'
import { ActProblem, OptionButton } from '../option-button.tsx'
import { contactPerson } from '../steps/use-told.ts'
import { useTexts } from '../texts.ts'
import { useAsked } from '../use-asked.ts'

const MOST_BYTES = 20_000_000

/** SYS-27: the paper the customer signed, with who signed, when and how. */
export function FileScan(): ReactElement {
  const { view } = useCase()
  const t = useTexts()
  const v = useVocabulary()
  const zone = useZone()
  const [file, setFile] = useState<File | null>(null)
  const [signer, setSigner] = useState(() => contactPerson(view))
  const [signedOn, setSignedOn] = useState(() => formatDate(businessNow(), zone))
  const [means, setMeans] = useState<SigningMeans>('paper-scan')
  const { box, asked, ask } = useAsked<HTMLElement>()
  const upload = useAct(api.attachment.upload)
  const act = useCaseAct(api.complaint.fileScan)
  const tooLarge = file !== null && file.size > MOST_BYTES

  const send = async (): Promise<void> => {
    if (file === null || tooLarge || signer.trim() === '' || signedOn === '') return ask()
    const kept = await upload.run({ query: { name: file.name } }, file)
    if (kept === undefined) return
    const body = { attachment: kept.id, signer: signer.trim(), signedOn, means }
    await act.run({ params: { id: view.id }, body })
  }
  const missing = (empty: boolean): { complaint?: string } =>
    asked && empty ? { complaint: t('form.missing') } : {}

  return (
    <section ref={box} className="case-block" aria-label={t('scan.title')}>
      <h3>{t('scan.title')}</h3>
      {isAllowed(view, 'file-scan') ? (
        <div className="case-fields">
          <FieldRow
            label={t('scan.file')}
            required
            {...(tooLarge ? { complaint: t('scan.too-large') } : missing(file === null))}
          >
            {(control) => (
              <input
                {...control}
                className="case-file"
                type="file"
                accept={ATTACHMENT_TYPES.filter((type) => !type.startsWith('audio')).join(',')}
                onChange={(event) => setFile(event.target.files?.[0] ?? null)}
              />
            )}
          </FieldRow>
          <FieldRow label={t('scan.signer')} required {...missing(signer.trim() === '')}>
            {(control) => (
              <input
                {...control}
                className="y-input"
                maxLength={80}
                value={signer}
                onChange={(event) => setSigner(event.target.value)}
              />
            )}
          </FieldRow>
          <FieldRow label={t('scan.date')} required {...missing(signedOn === '')}>
            {(control) => (
              <input
                {...control}
                className="y-input"
                type="date"
                max={formatDate(businessNow(), zone)}
                value={signedOn}
                onChange={(event) => setSignedOn(event.target.value)}
              />
            )}
          </FieldRow>
          <div className="case-field-wide">
            <FieldRow label={t('scan.means')} required>
              {() => (
                <Segmented
                  label={t('scan.means')}
                  look="joined"
                  value={means}
                  options={SIGNING_MEANS.map((key) => ({ value: key, label: v(`signing.${key}`) }))}
                  onChange={setMeans}
                />
              )}
            </FieldRow>
          </div>
        </div>
      ) : null}
      <OptionButton
        action="file-scan"
        label={t(upload.pending ? 'scan.uploading' : 'scan.do')}
        icon={Upload}
        pending={upload.pending || act.pending}
        onPress={() => void send()}
      />
      <ActProblem act={upload} />
      <ActProblem act={act} />
    </section>
  )
}
