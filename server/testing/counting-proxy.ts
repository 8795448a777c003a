import { connect, createServer, type Socket } from 'node:net'

export interface CountingProxy {
  /** The same database by way of the proxy. */
  readonly url: string
  /** How often the client had to wait for an answer since it was last asked. */
  roundTrips(): number
  /** From now on nothing comes through and nobody is told: a cable pulled out. */
  fallSilent(): void
  close(): Promise<void>
}

/** Stands between the program and PostgreSQL to count round trips and to play a dead network. */
export async function countingProxy(databaseUrl: string): Promise<CountingProxy> {
  const real = new URL(databaseUrl)
  const host = decodeURIComponent(real.hostname)
  const port = Number(real.port || 5432)
  const sockets = new Set<Socket>()
  let trips = 0
  let silent = false

  const server = createServer((near) => {
    const far = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host)
    let lastSpoke: 'near' | 'far' = 'far'
    const pass = (from: Socket, to: Socket, who: 'near' | 'far') => {
      sockets.add(from)
      from.on('data', (chunk) => {
        if (silent) return
        if (who === 'near' && lastSpoke === 'far') trips += 1
        lastSpoke = who
        to.write(chunk)
      })
      from.on('close', () => to.destroy())
      from.on('error', () => to.destroy())
    }
    pass(near, far, 'near')
    pass(far, near, 'far')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const url = new URL(databaseUrl)
  url.host = `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`

  return {
    url: url.href,
    roundTrips() {
      const counted = trips
      trips = 0
      return counted
    },
    fallSilent() {
      silent = true
    },
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
