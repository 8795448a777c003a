import type { Ground } from '../ground.ts'
import type { Measured } from '../load/run-load.ts'
import { type RecordingDesk, registrationRequests } from '../registration-requests.ts'
import { atLeast, type Section } from '../report.ts'
import { median } from '../statistics.ts'

const CONNECTIONS = 32

/** One organisation alone against the same load over a hundred, turn about: nothing an organisation shares may slow it down. */
export async function measureSpread(ground: Ground): Promise<Section> {
  const { otherDesks, generators, span, sizes } = ground
  const run = (desks: readonly RecordingDesk[]): Promise<Measured> =>
    generators.http.run(
      {
        kind: 'http',
        address: ground.program().address,
        connections: CONNECTIONS,
        requests: registrationRequests(desks, ground.texts),
        ...span,
      },
      ground.watched(),
    )
  const one = otherDesks.slice(0, 1)
  await run(otherDesks)
  const rounds: { readonly alone: Measured; readonly spread: Measured }[] = []
  for (let round = 0; round < sizes.rounds; round += 1)
    rounds.push({ spread: await run(otherDesks), alone: await run(one) })
  const ratio = median(rounds.map(({ alone, spread }) => alone.perSecond / spread.perSecond))
  const line = (name: string, of: 'alone' | 'spread') => [
    name,
    median(rounds.map((round) => round[of].perSecond)),
    median(rounds.map((round) => round[of].p50)),
    median(rounds.map((round) => round[of].p99)),
    median(rounds.map((round) => round[of].programCpu ?? Number.NaN)),
    median(rounds.map((round) => round[of].databaseCpu ?? Number.NaN)),
  ]
  return {
    title: `One organisation or ${otherDesks.length}, ${CONNECTIONS} connections, medians of the rounds`,
    columns: ['', 'per second', 'p50 ms', 'p99 ms', 'program ms/op', 'PostgreSQL ms/op'],
    rows: [line(`${otherDesks.length} organisations`, 'spread'), line('one alone', 'alone')],
    targets: [atLeast(`one organisation alone against ${otherDesks.length}`, ratio, 0.9)],
  }
}
