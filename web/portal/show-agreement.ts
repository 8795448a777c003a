import type { PortalAgreement } from '@yinuo/contract'
import { agreementText } from './agreement-text.ts'
import type { Answer, Calls, Opened } from './call.ts'
import { button, element, show } from './element.ts'
import { TEXTS } from './texts.ts'

/** After the code: the agreement, and two answers that are equally easy to see. */
export function showAgreement(page: HTMLElement, calls: Calls, { pass, agreement }: Opened): void {
  if (agreement.state !== 'open') return showAnswered(page, agreement)
  const problem = element('p', { class: 'problem', role: 'alert' })
  const answer = async (given: Answer): Promise<void> => {
    problem.textContent = ''
    try {
      showAnswered(page, await calls.answer(pass, given))
    } catch (error) {
      problem.textContent = (error as Error).message
    }
  }
  const foot = element('section', { class: 'foot' })
  const sign = (): void => show(foot, problem, ...signBox(problem, answer, decline))
  const decline = (): void => show(foot, problem, ...declineBox(problem, answer, sign))
  show(
    page,
    head(agreement),
    element(
      'section',
      { class: 'body' },
      element('h1', {}, TEXTS.greeting(agreement.salutation)),
      agreementText(agreement),
    ),
    foot,
  )
  sign()
}

type Say = (given: Answer) => Promise<void>

function signBox(problem: HTMLElement, answer: Say, decline: () => void): HTMLElement[] {
  const signer = element('input', {
    id: 'signer',
    maxlength: '80',
    autocomplete: 'name',
  })
  return [
    element('label', { for: 'signer' }, TEXTS.signer),
    signer,
    element('p', { class: 'quiet' }, TEXTS.meaning),
    element(
      'div',
      { class: 'two' },
      button(TEXTS.other, 'plain', TEXTS.other, decline),
      button(TEXTS.accept, 'filled', TEXTS.signing, async () => {
        const name = signer.value.trim()
        if (name !== '') return answer({ accepted: true, signer: name })
        problem.textContent = TEXTS.signerMissing
        signer.focus()
      }),
    ),
  ]
}

function declineBox(problem: HTMLElement, answer: Say, back: () => void): HTMLElement[] {
  const words = element('textarea', { id: 'objections', rows: '4', maxlength: '2000' })
  return [
    element('label', { for: 'objections' }, TEXTS.objections),
    words,
    element(
      'div',
      { class: 'two' },
      button(TEXTS.back, 'plain', TEXTS.back, back),
      button(TEXTS.sendObjections, 'filled', TEXTS.sending, async () => {
        const objections = words.value.trim()
        if (objections !== '') return answer({ accepted: false, objections })
        problem.textContent = TEXTS.objectionsMissing
        words.focus()
      }),
    ),
  ]
}

function showAnswered(page: HTMLElement, agreement: PortalAgreement): void {
  const isSigned = agreement.state === 'signed'
  show(
    page,
    head(agreement),
    element(
      'section',
      { class: 'body' },
      element('h1', {}, isSigned ? TEXTS.signedGreeting : TEXTS.declinedGreeting),
      element('p', {}, isSigned ? TEXTS.closed : TEXTS.declined(agreement.handler)),
      agreementText(agreement),
      button(TEXTS.keep, 'plain', TEXTS.keep, () => window.print()),
    ),
  )
}

function head({ company, handler }: PortalAgreement): HTMLElement {
  return element(
    'header',
    { class: 'head' },
    element('b', {}, company),
    element('span', {}, handler),
  )
}
