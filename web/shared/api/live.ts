import { setBusinessNow } from '../time/business-clock.ts'

/** What a screen is told after a commit; it refetches only what it holds in an older version. */
export type LiveChange = { readonly noun: string; readonly id: string; readonly version: number }
export type LiveStatus = 'connecting' | 'open' | 'closed'

type Handlers = {
  readonly onChange: (change: LiveChange) => void
  /** After a gap nobody knows what was missed. */
  readonly onReconnect: () => void
  readonly onStatus?: (status: LiveStatus) => void
}

const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 30_000

/** Opens the live feed and keeps it open with growing, jittered pauses. Returns what closes it. */
export function openLive(url: string, handlers: Handlers): () => void {
  let socket: WebSocket | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let pause = FIRST_PAUSE_MS
  let before = false
  let stopped = false

  const connect = (): void => {
    clearTimeout(timer)
    handlers.onStatus?.('connecting')
    socket = new WebSocket(url)
    socket.onopen = () => {
      pause = FIRST_PAUSE_MS
      handlers.onStatus?.('open')
      if (before) handlers.onReconnect()
      before = true
    }
    socket.onmessage = (event: MessageEvent<unknown>) => receive(event.data, handlers)
    socket.onclose = () => {
      handlers.onStatus?.('closed')
      if (stopped) return
      timer = setTimeout(connect, pause * (0.5 + Math.random()))
      pause = Math.min(LONGEST_PAUSE_MS, pause * 2)
    }
  }
  const hurry = (): void => {
    if (stopped || socket?.readyState !== WebSocket.CLOSED) return
    pause = FIRST_PAUSE_MS
    connect()
  }

  connect()
  window.addEventListener('online', hurry)
  return () => {
    stopped = true
    clearTimeout(timer)
    window.removeEventListener('online', hurry)
    socket?.close()
  }
}

/** `/api/v1/live` of the page's own origin. */
export function liveUrl(): string {
  const url = new URL('/api/v1/live', window.location.href)
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  return url.href
}

function receive(data: unknown, handlers: Handlers): void {
  const message = parse(data)
  if (message === undefined) return
  if (typeof message['now'] === 'string') setBusinessNow(message['now'])
  const { noun, id, version } = message
  if (typeof noun === 'string' && typeof id === 'string') {
    handlers.onChange({
      noun,
      id,
      version: typeof version === 'number' ? version : Number.MAX_SAFE_INTEGER,
    })
  }
}

function parse(data: unknown): Record<string, unknown> | undefined {
  try {
    const value: unknown = typeof data === 'string' ? JSON.parse(data) : undefined
    return typeof value === 'object' && value !== null
      ? (value as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}
