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
  control?.scrollIntoView({ block: 'nearest' })
}
