import { PHRASE_LEVELS, STRENGTHS } from '@yinuo/domain'
import { z } from 'zod'

const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly()
const words = list(z.string())
const field = z.object({
  label: z.string(),
  need: z.enum(['required', 'ask', 'free']),
  rule: z.string(),
  notes: words,
})
const noted = z.object({ label: z.string(), notes: words })

/** The playbook as a manager reads it (PBK-02): every condition, clock and duty in words. `rule` is a requirement id or ''. */
export const playbookReading = z.object({
  version: z.int(),
  label: z.string(),
  steps: list(
    z.object({
      label: z.string(),
      needs: z.string(),
      /** The status a case has in this step. */
      status: z.string(),
      posts: words,
      forms: list(z.object({ label: z.string(), rule: z.string(), fields: list(field) })),
      /** Places in `gates`. */
      gates: list(z.int()),
    }),
  ),
  records: list(
    z.object({
      label: z.string(),
      rule: z.string(),
      writers: words,
      deciders: words,
      fields: list(field),
    }),
  ),
  gates: list(
    z.object({
      rule: z.string(),
      strength: z.enum(STRENGTHS),
      sentence: z.string(),
      who: words,
      shows: z.string(),
    }),
  ),
  reactions: list(z.object({ rule: z.string(), sentence: z.string() })),
  clocks: list(
    z.object({
      label: z.string(),
      rule: z.string(),
      due: z.string(),
      warn: z.string(),
      from: z.string(),
      met: z.string(),
      voided: z.string(),
      owner: z.string(),
      ladder: words,
    }),
  ),
  figures: list(z.object({ label: z.string(), value: z.string(), rule: z.string() })),
  remedies: list(noted.extend({ isMaterial: z.boolean(), rule: z.string() })),
  endings: list(noted.extend({ rule: z.string() })),
  cards: list(
    z.object({
      title: z.string(),
      when: z.string(),
      points: list(z.object({ text: z.string(), done: z.string() })),
    }),
  ),
  phrases: list(
    z.object({
      rule: z.string(),
      level: z.enum(PHRASE_LEVELS),
      says: words,
      instead: z.string(),
    }),
  ),
  posts: list(
    z.object({ label: z.string(), duties: words, sight: z.string(), qualified: z.boolean() }),
  ),
  qualification: list(z.object({ group: z.string(), items: list(noted) })),
})
export type PlaybookReading = z.output<typeof playbookReading>
