import { randomUUIDv7 } from 'node:crypto'
import type { ComplaintView } from '@yinuo/contract'
import type { Playbook } from '@yinuo/domain'
import { DEMO_CUSTOMERS } from './demo-customers.ts'
import { type DemoClock, demoTime } from './demo-clock.ts'
import type { DemoDesk } from './demo-desk.ts'
import type { CustomerIds } from './seed-customers.ts'
import type { StaffIds } from './seed-staff.ts'
import type { Story, StoryDesk } from './story.ts'
import { UNFINISHED_DRAFT } from './unfinished-draft.ts'

type Stage = {
  readonly desk: DemoDesk
  readonly clock: DemoClock
  readonly staff: StaffIds
  readonly customers: CustomerIds
  readonly playbook: Playbook
}

type Cue = { readonly at: Temporal.Instant; run(): Promise<unknown> }

/** All stories at once, act by act in the order of their times, as a plant works on many cases in one day. */
export async function playStories(stage: Stage, stories: readonly Story[]): Promise<void> {
  const { at, run } = UNFINISHED_DRAFT
  const cues = [
    ...stories.flatMap((story) => cuesOf(story, stage)),
    { at, run: () => run(stage.desk) },
  ]
  // Stable: acts of one minute keep the order in which they are written.
  cues.sort((a, b) => Temporal.Instant.compare(a.at, b.at))
  for (const cue of cues) {
    await stage.clock.advance(cue.at)
    await cue.run()
  }
}

function cuesOf(story: Story, stage: Stage): readonly Cue[] {
  const draft = randomUUIDv7()
  const recorder = story.recorder ?? 'liufang'
  const on: StoryDesk = {
    desk: stage.desk,
    id: draft,
    handler: story.handler ?? recorder,
    customer: story.customer,
  }
  const content = contentOf(story, stage)
  const start = {
    id: draft,
    playbook: stage.playbook.code,
    content: { ...content, words: [], moods: [] },
  }
  const registration = {
    content,
    sign: story.handler !== null,
    handOverTo: story.handler === null ? null : stage.staff.get(story.handler),
    ...(story.skip === undefined ? {} : { skip: story.skip }),
  }
  return [
    {
      at: demoTime(story.at),
      run: () => stage.desk.call(recorder, 'POST', '/intake-drafts', start),
    },
    {
      at: demoTime(story.registered),
      run: () =>
        stage.desk.call<ComplaintView>(
          recorder,
          'POST',
          `/intake-drafts/${draft}/register`,
          registration,
        ),
    },
    ...story.acts.map((act) => ({ at: demoTime(act.at), run: () => act.run(on) })),
  ]
}

function contentOf(story: Story, { customers }: Stage) {
  const file = DEMO_CUSTOMERS.find((one) => one.name === story.customer)
  if (file === undefined) throw new Error(`demo: no customer ${story.customer}`)
  const after = (minutes: number): string =>
    demoTime(story.at)
      .add({ seconds: Math.round(minutes * 60) })
      .toString()
  return {
    kind: story.kind ?? 'complaint',
    channel: story.channel,
    customerId: customers.get(story.customer) ?? null,
    values: {
      company: file.name,
      address: file.address,
      phone: file.phone,
      party: file.party,
      salutation: file.salutation,
      ...story.values,
    },
    words: (story.words ?? []).map(([minutes, text, key = false]) => ({
      at: after(minutes),
      text,
      key,
    })),
    moods: (story.moods ?? []).map(([minutes, mood]) => ({ at: after(minutes), mood })),
  }
}
