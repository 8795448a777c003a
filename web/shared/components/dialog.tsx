import { X } from 'lucide-react'
import {
  type ReactElement,
  type ReactNode,
  useContext,
  useEffect,
  useLayoutEffect,
  useRef,
} from 'react'
import { useSharedTexts } from '../i18n/shared-texts.ts'
import { restKeysBehind } from '../keyboard/shortcut-registry.ts'
import { DialogDepth } from '../keyboard/use-shortcut.ts'
import { Icon } from './icon.tsx'

/** A native modal: the browser keeps the focus inside and gives it back. Mount it to open, unmount it to close. */
export function Dialog(props: {
  readonly title: string
  readonly children: ReactNode
  /** Called by Esc, the cross and a press outside; without it the dialog must be answered. */
  readonly onClose?: () => void
  readonly look?: 'plain' | 'palette' | 'sheet'
}): ReactElement {
  const { title, children, onClose, look = 'plain' } = props
  const t = useSharedTexts()
  const box = useRef<HTMLDialogElement>(null)
  const depth = useContext(DialogDepth)
  useEffect(restKeysBehind, [])
  // Before the effects of what lies inside, so that they may choose where the focus goes.
  useLayoutEffect(() => {
    const dialog = box.current
    dialog?.showModal()
    return () => dialog?.close()
  }, [])
  return (
    <dialog
      ref={box}
      className={`y-dialog y-dialog-${look}`}
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault()
        onClose?.()
      }}
      onMouseDown={(event) => {
        if (event.target === box.current) onClose?.()
      }}
    >
      <div className="y-dialog-body">
        {look === 'palette' ? null : (
          <div className="y-dialog-head">
            <h2>{title}</h2>
            {onClose === undefined ? null : (
              <button
                type="button"
                className="y-icon-button"
                onClick={onClose}
                aria-label={t('close')}
              >
                <Icon of={X} />
              </button>
            )}
          </div>
        )}
        <DialogDepth value={depth + 1}>{children}</DialogDepth>
      </div>
    </dialog>
  )
}
