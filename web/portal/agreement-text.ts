import type { PortalAgreement } from '@yinuo/contract'
import { element } from './element.ts'
import { TEXTS } from './texts.ts'
import { yuan } from './yuan.ts'

/** The agreement itself (A7): the same words the staff print. */
export function agreementText(agreement: PortalAgreement): HTMLElement {
  const fact = (label: string, value: string): HTMLElement | null =>
    value === '' ? null : element('div', {}, element('dt', {}, label), element('dd', {}, value))
  return element(
    'article',
    { 'aria-label': TEXTS.title },
    element(
      'dl',
      {},
      fact(TEXTS.number, agreement.number),
      fact(TEXTS.from, agreement.company),
      fact(TEXTS.customer, agreement.customer),
      fact(TEXTS.address, agreement.address),
      fact(TEXTS.product, agreement.product),
      fact(TEXTS.problem, agreement.problem),
      fact(TEXTS.date, agreement.draftedOn),
    ),
    element('h2', {}, TEXTS.plan),
    element(
      'ul',
      { class: 'lines' },
      ...agreement.remedies.map(remedyLine),
      element(
        'li',
        { class: 'total' },
        element('span', {}, TEXTS.total),
        element('b', {}, TEXTS.yuan(yuan(agreement.costFen))),
      ),
    ),
    element(
      'dl',
      {},
      fact(TEXTS.ourSigner, agreement.companySigner),
      fact(
        TEXTS.yourSigner,
        agreement.signer === '' ? '' : TEXTS.signed(agreement.signer, agreement.signedAt),
      ),
    ),
  )
}

function remedyLine(line: PortalAgreement['remedies'][number]): HTMLElement {
  const what = [line.label, line.product].filter((part) => part !== '').join(' ')
  const details = [line.note, line.who, line.on === '' ? '' : TEXTS.on(line.on), line.place].filter(
    (part) => part !== '',
  )
  const count = [`${line.quantity}`, line.unit].join(' ').trim()
  return element(
    'li',
    {},
    element(
      'span',
      {},
      what,
      details.length === 0 ? null : element('small', {}, details.join('，')),
    ),
    element(
      'span',
      { class: 'much' },
      count,
      line.amountFen === 0 ? null : element('small', {}, TEXTS.yuan(yuan(line.amountFen))),
    ),
  )
}
