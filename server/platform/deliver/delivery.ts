import type { PORTAL_MEANS } from '@yinuo/contract'

export type DeliveryMeans = (typeof PORTAL_MEANS)[number]

/**
 * Brings a few lines to a person outside. Resolves once the other side has taken them; rejects after ten seconds at the
 * latest. What is delivered may be a code: no adapter logs it or puts it into an error.
 */
export type Deliver = (contact: string, text: string) => Promise<void>

/** What this installation can send by; empty where nothing is set up. */
export type Deliveries = Partial<Readonly<Record<DeliveryMeans, Deliver>>>

export const DELIVERY_LIMIT_MS = 10_000
