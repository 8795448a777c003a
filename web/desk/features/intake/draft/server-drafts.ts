import { api } from '@yinuo/contract'
import { call } from '@yinuo/web-shared'
import type { ServerDrafts } from './draft-keeper.ts'

/** Saving never opens the login dialog over a call in progress: it fails, and the words stay on the device. */
export const serverDrafts: ServerDrafts = {
  start: ({ id, playbook, content }, key) =>
    call(
      api.intake.startDraft,
      { body: { id, playbook, content } },
      { key, whenLoggedOut: 'fail' },
    ),
  save: (id, revision, content) =>
    call(
      api.intake.saveDraft,
      { params: { id }, body: { revision, content } },
      { whenLoggedOut: 'fail' },
    ),
}
