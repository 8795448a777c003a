import { PHRASE_LEVELS } from '@yinuo/domain'
import { z } from 'zod'
import { route } from './route.ts'
import { date, id, said, text } from './shapes.ts'

const inPlaybook = z.object({ code: z.string().max(10) })

export const phraseView = z.object({
  /** Null for a phrase of the playbook's file that the organisation has not touched. */
  id: id.nullable(),
  version: z.int(),
  /** The shipped phrase, or the one it takes the place of; null for one of the organisation's own. */
  code: z.string().nullable(),
  rule: z.string(),
  level: z.enum(PHRASE_LEVELS),
  says: z.array(z.string()),
  instead: z.string(),
  source: z.string(),
  validFrom: date.nullable(),
  /** Counts today. */
  inForce: z.boolean(),
})
export type PhraseView = z.output<typeof phraseView>

const phraseList = z.object({ phrases: z.array(phraseView), today: date })

export const phraseRoutes = {
  list: route({
    method: 'GET',
    path: '/playbooks/:code/phrases',
    summary: '话术：手册自带的和本公司改的（SPK-27）',
    access: 'session',
    params: inPlaybook,
    output: phraseList,
  }),
  save: route({
    method: 'POST',
    path: '/playbooks/:code/phrases',
    summary: '增改一条话术，马上生效（SPK-27）',
    access: 'edit-phrases',
    params: inPlaybook,
    body: z.object({
      /** Null for a new one; with `code`, one that takes the place of a shipped phrase. */
      id: id.nullable(),
      expectedVersion: z.int().min(0),
      code: z.string().max(40).nullable(),
      level: z.enum(PHRASE_LEVELS),
      says: z.array(said(80)).min(1).max(20),
      instead: text(200).default(''),
      source: text(200).default(''),
      validFrom: date,
    }),
    output: phraseList,
  }),
}
