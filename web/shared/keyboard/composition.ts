import type { KeyboardEvent as ReactKeyboardEvent } from 'react'

/** True while an input method is composing: then every key, Enter above all, belongs to the input method. 229 is what Safari sends for the Enter that ends it. */
export function isComposing(event: KeyboardEvent | ReactKeyboardEvent): boolean {
  const native = 'nativeEvent' in event ? event.nativeEvent : event
  return native.isComposing || native.keyCode === 229
}

/** For `onKeyDown` of a field: Enter calls `submit`, Shift+Enter and Enter during composition do not. */
export function onEnterSubmit(submit: () => void): (event: ReactKeyboardEvent) => void {
  return (event) => {
    if (event.key !== 'Enter' || event.shiftKey || isComposing(event)) return
    event.preventDefault()
    submit()
  }
}
