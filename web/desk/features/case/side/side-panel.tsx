import { Icon } from '@yinuo/web-shared'
import { X } from 'lucide-react'
import { type ReactElement, useEffect, useRef } from 'react'
import { useTexts } from '../texts.ts'
import { AttachForm } from './attach-form.tsx'
import { ChasedForm } from './chased-form.tsx'
import { CorrectForm } from './correct-form.tsx'
import { EndForm } from './end-form.tsx'
import { isNoteKind, NoteKinds } from './note-kinds.tsx'
import { PromiseForm } from './promise-form.tsx'
import { RecordForm } from './record-form.tsx'
import { ReplyForm } from './reply-form.tsx'
import { HandOverForm } from '../steps/hand-over-form.tsx'
import { useCase } from '../case-context.tsx'
import { kindOf, SIDE_PANELS, type SidePanelName, useSide } from './side-context.tsx'

/** Beside the form, above the time line that it adds to. Takes the cursor when it opens; Esc closes it, what is typed stays. */
export function SidePanel(): ReactElement | null {
  const { panel, close } = useSide()
  const { playbook } = useCase()
  const t = useTexts()
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    if (panel === null) return
    const panelBox = box.current
    // Whoever walks through the kinds with the arrow keys stays there.
    if (panelBox === null || panelBox.querySelector('.case-note-kinds :focus') !== null) return
    const first =
      panelBox.querySelector<HTMLElement>('textarea') ??
      panelBox.querySelector<HTMLElement>('input:not([type="file"]), select')
    ;(first ?? panelBox).focus()
    panelBox.scrollIntoView({ block: 'nearest' })
  }, [panel])
  if (panel === null) return null
  const known = SIDE_PANELS.find((one) => one === panel)
  const kind = kindOf(panel) ?? ''
  const title = known === undefined ? (playbook.records[kind]?.label ?? kind) : t(`side.${known}`)
  return (
    <section
      ref={box}
      tabIndex={-1}
      className="case-side-panel"
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) close()
      }}
    >
      <header>
        <h2>{title}</h2>
        <button
          type="button"
          className="y-icon-button"
          aria-label={t('side.close')}
          onClick={close}
        >
          <Icon of={X} />
        </button>
      </header>
      {isNoteKind(panel) ? <NoteKinds panel={panel} /> : null}
      <Body key={panel} panel={panel} onDone={close} />
    </section>
  )
}

function Body(props: { readonly panel: SidePanelName; readonly onDone: () => void }): ReactElement {
  const { panel, onDone } = props
  const kind = kindOf(panel)
  if (kind !== undefined) return <RecordForm kind={kind} onDone={onDone} />
  switch (panel) {
    case 'reply':
      return <ReplyForm onDone={onDone} />
    case 'promise':
      return <PromiseForm onDone={onDone} />
    case 'hand-over':
      return <HandOverForm onDone={onDone} />
    case 'chased':
      return <ChasedForm onDone={onDone} />
    case 'correct':
      return <CorrectForm onDone={onDone} />
    case 'end':
      return <EndForm onDone={onDone} />
    case 'attach':
      return <AttachForm onDone={onDone} />
    default:
      return <></>
  }
}
