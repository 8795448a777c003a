import { Icon } from '@yinuo/web-shared'
import { FileUp } from 'lucide-react'
import { type ReactElement, useId, useState } from 'react'
import { fileSize } from './file-size.ts'
import { useTexts } from './texts.ts'

const MOST_BYTES = 20_000_000

/** A place to drop a file on, which is a file input too: by mouse, by touch, by keyboard. Too large is said before sending. */
export function DropFile(props: {
  readonly onFile: (file: File) => void
  readonly isBusy: boolean
}): ReactElement {
  const { onFile, isBusy } = props
  const t = useTexts()
  const id = useId()
  const [isOver, setOver] = useState(false)
  const [fault, setFault] = useState('')

  const take = (file: File | undefined): void => {
    setOver(false)
    if (file === undefined || isBusy) return
    const { name, size } = file
    if (size > MOST_BYTES) setFault(t('file.too-big', { name, size: fileSize(size) }))
    else if (size === 0) setFault(t('file.empty', { name }))
    else {
      setFault('')
      onFile(file)
    }
  }

  return (
    <div>
      <div
        className={`import-drop${isOver ? ' import-drop-over' : ''}`}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          take(event.dataTransfer.files[0])
        }}
      >
        <input
          id={id}
          type="file"
          className="y-spoken"
          accept=".xlsx,.csv,.txt"
          aria-describedby={`${id}-hint`}
          disabled={isBusy}
          onChange={(event) => {
            take(event.currentTarget.files?.[0])
            // The same file, mended, may be chosen again.
            event.currentTarget.value = ''
          }}
        />
        <label htmlFor={id} className="y-button y-button-primary">
          <Icon of={FileUp} />
          <span>{t('file.label')}</span>
        </label>
        <p id={`${id}-hint`} className="import-meta">
          {t(isOver ? 'file.drop' : 'file.hint')}
        </p>
      </div>
      {fault === '' ? null : (
        <p role="alert" className="import-fault">
          {fault}
        </p>
      )}
    </div>
  )
}
