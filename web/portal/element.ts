type Child = Node | string | null

/** An element with attributes and children; text stays text, so nothing of the case can become markup. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  for (const name of Object.keys(attributes)) made.setAttribute(name, attributes[name] ?? '')
  for (const child of children) {
    if (child === null) continue
    made.appendChild(typeof child === 'string' ? document.createTextNode(child) : child)
  }
  return made
}

/** Shows these and nothing else. */
export function show(page: HTMLElement, ...children: readonly Child[]): void {
  while (page.firstChild !== null) page.removeChild(page.firstChild)
  for (const child of children)
    if (child !== null)
      page.appendChild(typeof child === 'string' ? document.createTextNode(child) : child)
  window.scrollTo(0, 0)
}

/** A button that works once at a time and says so. */
export function button(
  label: string,
  look: 'filled' | 'plain',
  busyLabel: string,
  work: () => Promise<void> | void,
): HTMLButtonElement {
  const made = element('button', { type: 'button', class: `button ${look}` }, label)
  made.addEventListener('click', () => {
    if (made.disabled) return
    made.disabled = true
    made.textContent = busyLabel
    const free = (): void => {
      made.disabled = false
      made.textContent = label
    }
    Promise.resolve(work()).then(free, free)
  })
  return made
}
