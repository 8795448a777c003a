/**
 * Generates load in a process of its own, so that its event loop and garbage collection are nobody else's. Takes a
 * `LoadPlan`, says `begin` and `end` around the measured time and then the result.
 */
import { driveLanes, type Driven, type Span } from './drive-lanes.ts'
import { type HttpRequest, openHttpLanes } from './http-lanes.ts'
import { openLimitLanes } from './limit-lanes.ts'
import type { RegistrationRows } from './limit-statement.ts'

export type LoadPlan = Span & { readonly connections: number } & (
    | { readonly kind: 'http'; readonly address: string; readonly requests: readonly HttpRequest[] }
    | {
        readonly kind: 'limit'
        readonly appUrl: string
        readonly orgId: string
        readonly samples: readonly RegistrationRows[]
      }
  )

export type LoadMessage =
  | { readonly at: 'begin' | 'end' }
  | { readonly at: 'done'; readonly driven: Driven }
  | { readonly at: 'failed'; readonly reason: string }

const tell = (message: LoadMessage): void => void process.send?.(message)

async function run(plan: LoadPlan): Promise<void> {
  try {
    const load =
      plan.kind === 'http'
        ? await openHttpLanes(plan.address, plan.connections, plan.requests)
        : await openLimitLanes(plan.appUrl, plan.connections, plan.orgId, plan.samples)
    const driven = await driveLanes(load.lanes, plan, (at) => tell({ at }))
    await load.close()
    tell({ at: 'done', driven })
  } catch (error) {
    tell({ at: 'failed', reason: (error as Error).stack ?? String(error) })
  }
}

process.on('message', (plan: LoadPlan) => void run(plan))
process.on('disconnect', () => process.exit(0))
