import type { Calls, Company, Opened } from './call.ts'
import { button, element, show } from './element.ts'
import { TEXTS } from './texts.ts'

const WAIT_SECONDS = 60

/** Before the code: whose page it is and how the code will come; nothing of the matter. */
export function askCode(
  page: HTMLElement,
  calls: Calls,
  { company, means }: Company,
  opened: (held: Opened) => void,
): void {
  const problem = element('p', { class: 'problem', role: 'alert' })
  const tell = (error: unknown): void => {
    problem.textContent = (error as Error).message
  }
  const codeBox = element('div', {})
  const get = button(TEXTS.getCode, 'filled', TEXTS.sending, async () => {
    problem.textContent = ''
    try {
      await calls.sendCode()
      get.remove()
      enterCode(codeBox, calls, problem, opened)
    } catch (error) {
      tell(error)
    }
  })
  show(
    page,
    element('header', { class: 'head' }, element('b', {}, company)),
    element(
      'section',
      { class: 'body' },
      element('h1', {}, TEXTS.lead),
      element('p', {}, TEXTS.why[means]),
      codeBox,
      problem,
      get,
    ),
  )
}

function enterCode(
  box: HTMLElement,
  calls: Calls,
  problem: HTMLElement,
  opened: (held: Opened) => void,
): void {
  const input = element('input', {
    id: 'code',
    class: 'code',
    inputmode: 'numeric',
    pattern: '[0-9]*',
    autocomplete: 'one-time-code',
    maxlength: '6',
  })
  const check = async (): Promise<void> => {
    problem.textContent = ''
    const code = input.value.trim()
    if (!/^\d{6}$/.test(code)) {
      problem.textContent = TEXTS.codeShape
      input.focus()
      return
    }
    try {
      opened(await calls.open(code))
    } catch (error) {
      problem.textContent = (error as Error).message
      input.value = ''
      input.focus()
    }
  }
  const read = button(TEXTS.read, 'filled', TEXTS.checking, check)
  const sent = element('p', { class: 'quiet' }, TEXTS.sent)
  const again = button(TEXTS.again, 'plain', TEXTS.sending, async () => {
    problem.textContent = ''
    try {
      await calls.sendCode()
      waitBeforeAgain(again)
    } catch (error) {
      problem.textContent = (error as Error).message
    }
  })
  input.addEventListener('input', () => {
    if (/^\d{6}$/.test(input.value)) read.click()
  })
  box.appendChild(element('label', { for: 'code' }, TEXTS.code))
  box.appendChild(input)
  box.appendChild(sent)
  box.appendChild(read)
  box.appendChild(again)
  waitBeforeAgain(again)
  input.focus()
}

function waitBeforeAgain(again: HTMLButtonElement): void {
  let left = WAIT_SECONDS
  const tick = (): void => {
    again.disabled = left > 0
    again.textContent = left > 0 ? TEXTS.againIn(left) : TEXTS.again
    if (left > 0) window.setTimeout(tick, 1_000)
    left -= 1
  }
  // After the button has told that it is free again.
  window.setTimeout(tick, 0)
}
