import type { ComplaintView } from '@yinuo/contract'
import type { Channel, ComplaintKind, Mood } from '@yinuo/domain'
import type { DemoDesk } from './demo-desk.ts'

/** What an act needs of the case it belongs to. */
export type StoryDesk = {
  readonly desk: DemoDesk
  readonly id: string
  /** Log-in name of whom the case was handed to. */
  readonly handler: string
  /** The company as registered. */
  readonly customer: string
}

/** One thing somebody does at a moment (`03-02 09:40`). */
export type Act = { readonly at: string; run(on: StoryDesk): Promise<unknown> }

export type Story = {
  /** First keystroke, and when it was registered. */
  readonly at: string
  readonly registered: string
  readonly customer: string
  readonly recorder?: string
  readonly channel: Channel
  readonly kind?: ComplaintKind
  readonly values: Readonly<Record<string, string | number>>
  /** What the customer said: minutes after the first keystroke, words, and whether it is a key factor. */
  readonly words?: readonly (readonly [minutes: number, text: string, key?: boolean])[]
  readonly moods?: readonly (readonly [minutes: number, mood: Mood])[]
  /** Null: registered and not signed yet. */
  readonly handler: string | null
  readonly skip?: Readonly<Record<string, string>>
  readonly acts: readonly Act[]
}

/** A command on the case as the contract has it: path below the case and body. */
export function act(at: string, path: string, body: object = {}, by?: string): Act {
  return {
    at,
    run: (on) => on.desk.call(by ?? on.handler, 'POST', `/complaints/${on.id}/${path}`, body),
  }
}

/** Several commands by the handler in one go, as somebody fills in what belongs together. */
export function acts(at: string, steps: readonly (readonly [path: string, body: object])[]): Act {
  return {
    at,
    run: async (on) => {
      for (const [path, body] of steps) await act(at, path, body).run(on)
    },
  }
}

export function readCase(on: StoryDesk, by: string = on.handler): Promise<ComplaintView> {
  return on.desk.call<ComplaintView>(by, 'GET', `/complaints/${on.id}`)
}
