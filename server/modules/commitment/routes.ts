import type { Pool } from 'pg'
import { api } from '@yinuo/contract'
import { type Handler, on } from '../../platform/http/handler.ts'
import { readMyDay } from './my-day.ts'

export function commitmentHandlers({ pool }: { readonly pool: Pool }): readonly Handler[] {
  return [on(api.commitment.myDay, ({ principal }) => readMyDay(pool, principal))]
}
