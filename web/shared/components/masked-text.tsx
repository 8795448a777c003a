import { Eye } from 'lucide-react'
import { type ReactElement, useState } from 'react'
import { messageOf } from '../api/call.ts'
import { useSharedTexts } from '../i18n/shared-texts.ts'
import { Icon } from './icon.tsx'

/**
 * Personal data, masked by the server; 显示电话（留痕） asks the server for the whole and leaves a trace (SYS-09). Without
 * `onReveal` (the person may not) only the masked text stands.
 */
export function MaskedText(props: {
  readonly masked: string
  readonly onReveal?: () => Promise<string>
  /** What is masked, in the words of its label: the button names it. */
  readonly what?: string
  /** The digits one searched for, set off in the masked text. */
  readonly found?: string
}): ReactElement {
  const { masked, onReveal, what = '', found = '' } = props
  const t = useSharedTexts()
  const [state, setState] = useState<{ shown?: string; pending?: boolean; error?: string }>({})

  const reveal = async (ask: () => Promise<string>): Promise<void> => {
    setState({ pending: true })
    try {
      setState({ shown: await ask() })
    } catch (error) {
      setState({ error: messageOf(error) })
    }
  }

  if (state.shown !== undefined) {
    return (
      <span className="y-masked">
        <b className="y-unbroken">{state.shown}</b>{' '}
        <span className="y-masked-note">{t('masked.shown')}</span>
      </span>
    )
  }
  return (
    <span className="y-masked">
      <span className="y-unbroken">{mark(masked, found)}</span>
      {onReveal === undefined ? null : (
        <button
          type="button"
          className="y-link"
          onClick={() => void reveal(onReveal)}
          aria-busy={state.pending === true || undefined}
        >
          <Icon of={Eye} size={14} />
          {t(state.pending === true ? 'masked.revealing' : 'masked.reveal', { what })}
        </button>
      )}
      {state.error === undefined ? null : <span role="alert">{state.error}</span>}
    </span>
  )
}

function mark(masked: string, found: string): ReactElement {
  const at = found === '' ? -1 : masked.indexOf(found)
  if (at < 0) return <>{masked}</>
  return (
    <>
      {masked.slice(0, at)}
      <mark className="y-found">{found}</mark>
      {masked.slice(at + found.length)}
    </>
  )
}
