import './portal.css'
import { askCode } from './ask-code.ts'
import { callsOf } from './call.ts'
import { element, show } from './element.ts'
import { showAgreement } from './show-agreement.ts'
import { TEXTS } from './texts.ts'

/** `/p/<token>`: the whole page hangs on it, and it is kept nowhere else. */
async function start(page: HTMLElement): Promise<void> {
  const token = window.location.pathname.replace(/^\/p\//, '').replace(/\/$/, '')
  const calls = callsOf(token)
  show(page, element('p', { class: 'body quiet' }, TEXTS.loading))
  try {
    const company = await calls.look()
    askCode(page, calls, company, (opened) => showAgreement(page, calls, opened))
  } catch (error) {
    show(
      page,
      element(
        'section',
        { class: 'body' },
        element('h1', {}, TEXTS.title),
        element('p', { class: 'problem', role: 'alert' }, (error as Error).message),
      ),
    )
  }
}

const page = document.getElementById('page')
if (page !== null) void start(page)
