import { api, type ImportView } from '@yinuo/contract'
import {
  ErrorState,
  Invalid,
  LockedAction,
  messageOf,
  PageHeader,
  RefusalNote,
  Segmented,
  useAct,
  useMay,
} from '@yinuo/web-shared'
import { type ReactElement, useState } from 'react'
import { DropFile } from './drop-file.tsx'
import { fileSize } from './file-size.ts'
import { ImportPreview } from './import-preview.tsx'
import { ImportResult } from './import-result.tsx'
import './index.css'
import { TemplateLinks } from './template-links.tsx'
import { useTexts } from './texts.ts'
import { useElapsed } from './use-elapsed.ts'

/** In the order in which one list needs the others. */
const KINDS = ['products', 'customers', 'invoices', 'staff'] as const
type Kind = (typeof KINDS)[number]

/** 导入: choose a kind, fill the template, see what would happen, then let it happen. */
export function ImportPage(): ReactElement {
  const t = useTexts()
  const mayImport = useMay('import')
  const mayAdminister = useMay('administer')
  const [kind, setKind] = useState<Kind>('customers')
  const [view, setView] = useState<ImportView | null>(null)
  const [file, setFile] = useState<File | null>(null)
  const preview = useAct(api.import.preview, { onDone: setView })
  const run = useAct(api.import.run, { onDone: setView })
  const reading = useElapsed(preview.pending)
  const running = useElapsed(run.pending)
  const isLocked = !mayImport || (kind === 'staff' && !mayAdminister)

  const begin = (): void => {
    setView(null)
    setFile(null)
    preview.reset()
    run.reset()
  }
  const read = (next: File): void => {
    setFile(next)
    setView(null)
    run.reset()
    void preview.run({ query: { kind, fileName: next.name.slice(0, 200) } }, next)
  }

  return (
    <>
      <PageHeader title={t('title')}>
        <Segmented
          label={t('kind.label')}
          options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          value={kind}
          onChange={(next) => {
            if (preview.pending || run.pending) return
            setKind(next)
            begin()
          }}
        />
      </PageHeader>
      <div className="y-page import-page">
        <p>{t(`intro.${kind}`)}</p>
        {isLocked ? (
          <LockedAction
            label={t('locked.label')}
            reasons={[
              {
                text: t(mayImport ? 'locked.staff' : 'locked.post'),
                rule: 'ROLE-22',
                who: [t('locked.who')],
              },
            ]}
          />
        ) : view === null ? (
          <>
            <TemplateLinks kind={kind} />
            <DropFile onFile={read} isBusy={preview.pending} />
            {preview.pending && file !== null ? (
              <p role="status" className="import-progress">
                {t('file.reading', {
                  name: file.name,
                  size: fileSize(file.size),
                  seconds: reading,
                })}
                <progress />
              </p>
            ) : null}
            <Failure error={preview.error} unmet={preview.refusal} />
          </>
        ) : view.done ? (
          <ImportResult view={view} onAgain={begin} />
        ) : (
          <>
            <ImportPreview
              view={view}
              isRunning={run.pending}
              seconds={running}
              onRun={() => void run.run({ params: { id: view.id } })}
              onOther={begin}
            />
            <Failure error={run.error} unmet={run.refusal} />
          </>
        )}
      </div>
    </>
  )
}

/** What is wrong with the file is one sentence of the server's; anything else is an error like everywhere. */
function Failure(props: {
  readonly error: Error | null
  readonly unmet: ReturnType<typeof useAct>['refusal']
}): ReactElement | null {
  const { error, unmet } = props
  if (error === null) return null
  if (unmet !== null) return <RefusalNote unmet={unmet.unmet} />
  const isOfTheFile = error instanceof Invalid || /unsupported|too-large/.test(errorKind(error))
  return isOfTheFile ? (
    <p role="alert" className="import-fault">
      {messageOf(error)}
    </p>
  ) : (
    <ErrorState error={error} />
  )
}

function errorKind(error: Error): string {
  return 'problem' in error ? String((error.problem as { error?: unknown }).error) : ''
}
