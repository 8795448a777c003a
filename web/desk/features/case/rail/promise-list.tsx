import { api } from '@yinuo/contract'
import {
  ActionButton,
  formatDue,
  StatusClock,
  useBusinessNow,
  useRead,
  useZone,
} from '@yinuo/web-shared'
import { Plus } from 'lucide-react'
import type { ReactElement } from 'react'
import { useCase } from '../case-context.tsx'
import { useSide } from '../side/side-context.tsx'
import { isRunning, stripOrder } from '../strip/strip-order.ts'
import { useTexts } from '../texts.ts'
import { KeepPromise } from './keep-promise.tsx'

/** The promises of this case, and how promises to this customer have been kept so far (PRM-01). */
export function PromiseList(): ReactElement {
  const { view } = useCase()
  const t = useTexts()
  const zone = useZone()
  const now = useBusinessNow()
  const side = useSide()
  const promises = stripOrder(view.commitments.filter((one) => one.kind === 'promise'))
  return (
    <section aria-label={t('rail.promises')}>
      <div className="case-rail-head">
        <h3>{t('rail.promises')}</h3>
        {view.closedAt === null ? (
          <ActionButton look="link" icon={Plus} onPress={() => side.open('promise')}>
            {t('promise.add')}
          </ActionButton>
        ) : null}
      </div>
      {promises.length === 0 && view.closedAt === null ? (
        <p className="case-note">{t('rail.no-promise')}</p>
      ) : null}
      {promises.map((one) => (
        <div key={one.id} className={isRunning(one) ? 'case-promise' : 'case-promise-past'}>
          <p className="y-words">{one.content}</p>
          <p className="case-promise-when">
            <StatusClock times={one} now={now} size="meta" />
            <span>
              {t('rail.promise-to', { due: formatDue(one.dueAt, now, zone), to: one.toWhom })}
            </span>
          </p>
          <KeepPromise commitment={one} />
        </div>
      ))}
      {view.customer === null ? null : <Ledger id={view.customer.id} />}
    </section>
  )
}

function Ledger({ id }: { readonly id: string }): ReactElement | null {
  const t = useTexts()
  const customer = useRead(api.customer.read, { params: { id } }, ['customer', id], {
    follows: ['commitment'],
  })
  const ledger = customer.data?.ledger
  return ledger === undefined ? null : <p className="case-note">{t('rail.ledger', ledger)}</p>
}
