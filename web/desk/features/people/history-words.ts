import type { api, OutputOf } from '@yinuo/contract'
import type { useTexts } from './texts.ts'

type Entry = OutputOf<typeof api.people.history>['entries'][number]
type Texts = ReturnType<typeof useTexts>

const EXPORTS = ['complaints', 'customers', 'figures'] as const
const RESULTS = ['fulfilled', 'failed', 'waived'] as const

/** One change of a person in a sentence; what a newer program wrote is shown under its own name. */
export function historyWords({ type, data }: Pick<Entry, 'type' | 'data'>, t: Texts): string {
  const text = (key: string): string => {
    const value = data[key]
    return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  }
  const result = RESULTS.find((one) => one === data['result'])
  const note = [text('value'), text('reason')].filter((part) => part !== '').join('，')
  switch (type) {
    case 'person-created':
      return t('history.created', { login: text('login') })
    case 'renamed':
      return t('history.renamed', { before: text('before'), name: text('name') })
    case 'site-changed':
      return t('history.site', { site: text('siteId') })
    case 'superior-changed':
      return t('history.superior', { name: text('reportsTo') || t('superior.none') })
    case 'post-granted':
      return t('history.granted', { post: text('post') })
    case 'post-revoked':
      return t('history.revoked', { post: text('post') })
    case 'deputy-named':
      return t('history.deputy', {
        name: text('deputy'),
        from: text('from'),
        until: text('until'),
      })
    case 'deputy-ended':
      return t('history.deputy-ended', { name: text('deputy') })
    case 'qualification-assessed':
    case 'qualification-waived':
      return t('history.judged', {
        item: text('item'),
        result: t(`result.${result ?? 'none'}`),
        note: note === '' ? '' : t('history.note', { note }),
      })
    case 'password-reset':
      return t('history.password-reset')
    case 'password-changed':
      return t('history.password-changed')
    case 'sessions-ended':
      return t('history.sessions-ended')
    case 'exported':
      return t('history.exported', {
        what: t(`exported.${EXPORTS.find((one) => one === data['what']) ?? 'figures'}`),
        rows: text('rows'),
      })
    case 'deactivated':
      return t('history.deactivated')
    case 'reactivated':
      return t('history.reactivated')
    default:
      return type
  }
}
