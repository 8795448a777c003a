import { ActionButton, messageOf } from '@yinuo/web-shared'
import type { ReactElement } from 'react'
import { useTexts } from './texts.ts'
import type { ComplaintRows } from './use-complaint-rows.ts'

/** How much of the list is shown; what failed can be fetched again. */
export function ListFoot(props: {
  readonly list: ComplaintRows
  readonly shown: number
  readonly total: number | undefined
}): ReactElement {
  const { list, shown, total } = props
  const t = useTexts()
  if (list.error !== null && list.error !== undefined)
    return (
      <p className="complaint-foot" role="alert">
        {t('foot.failed')}
        {messageOf(list.error)}{' '}
        <ActionButton look="link" onPress={list.retry}>
          {t('foot.retry')}
        </ActionButton>
      </p>
    )
  return <p className="complaint-foot">{words()}</p>

  function words(): string {
    if (list.loadingMore) return t('foot.loading')
    if (!list.more) return t('foot.all', { count: shown })
    return total === undefined ? t('foot.shown', { shown }) : t('foot.shown-of', { shown, total })
  }
}
