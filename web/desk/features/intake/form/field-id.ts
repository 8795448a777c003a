export function fieldId(key: string): string {
  return `intake-field-${key}`
}

/** Puts the cursor into a field of the intake, wherever it stands: the first missing one after a refusal. */
export function focusField(key: string): void {
  const found = document.querySelector<HTMLElement>(`[data-field="${key}"]`)
  const control = found?.matches('input, textarea, select')
    ? found
    : found?.querySelector<HTMLElement>('button[tabindex="0"]')
  control?.focus()
  // Where one goes on writing is the end.
  if (control instanceof HTMLTextAreaElement)
    control.setSelectionRange(control.value.length, control.value.length)
  control?.scrollIntoView({ block: 'nearest' })
}
