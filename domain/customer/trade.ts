/** Whether the company and a customer have traded for long (CUS-03); empty while nobody has said. */
export const TRADES = ['', 'long-term', 'new'] as const
export type Trade = (typeof TRADES)[number]
