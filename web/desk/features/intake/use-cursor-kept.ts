import { useEffect } from 'react'
import { focusField } from './form/field-id.ts'

/** After a reload the cursor is where it was; a new draft begins at `first`. */
export function useCursorKept(draftId: string, first: string): void {
  const key = `yinuo.intake-cursor.${draftId}`
  useEffect(() => {
    focusField(sessionStorage.getItem(key) ?? first)
    const remember = (event: FocusEvent): void => {
      const field =
        event.target instanceof HTMLElement
          ? event.target.closest<HTMLElement>('[data-field]')?.dataset['field']
          : undefined
      if (field !== undefined) sessionStorage.setItem(key, field)
    }
    document.addEventListener('focusin', remember)
    return () => document.removeEventListener('focusin', remember)
  }, [key, first])
}
