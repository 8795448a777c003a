import { api } from '@yinuo/contract'
import { ApiFailure, call, Offline } from '@yinuo/web-shared'
import type { DeviceDraft, DeviceDrafts } from './device-drafts.ts'
import type { DraftKeeper } from './draft-keeper.ts'

type Known = ConstructorParameters<typeof DraftKeeper>[0]
export type OpenedDraft =
  | { readonly kind: 'draft'; readonly known: Known }
  | { readonly kind: 'registered'; readonly complaintId: string }

/** Finds a draft again after reload, crash or logout: of server and device the newer one counts. */
export async function openDraft(id: string, device: DeviceDrafts): Promise<OpenedDraft> {
  const here = device.find(id)
  try {
    const view = await call(api.intake.readDraft, { params: { id } })
    if (view.complaintId !== null) {
      device.forget(id)
      return { kind: 'registered', complaintId: view.complaintId }
    }
    const newer = here !== undefined && here.revision > view.revision
    if (!newer) device.forget(id)
    const server = { receivedAt: view.receivedAt, savedAt: view.savedAt, revision: view.revision }
    return {
      kind: 'draft',
      known: newer
        ? { ...fromDevice(here), server }
        : { id, playbook: view.playbook, content: view.content, server },
    }
  } catch (error) {
    if (here === undefined || !isAbsent(error)) throw error
    return { kind: 'draft', known: fromDevice(here) }
  }
}

function fromDevice(draft: DeviceDraft): Known {
  const { id, playbook, content, startedAt, revision, onServer } = draft
  const server = { receivedAt: startedAt, savedAt: startedAt, revision: 0 }
  return {
    id,
    playbook,
    content,
    startedAt,
    unconfirmed: revision,
    ...(onServer ? { server } : {}),
  }
}

/** No connection, or a start that never reached the server: then the device is all there is. */
function isAbsent(error: unknown): boolean {
  if (error instanceof Offline) return true
  return error instanceof ApiFailure && ['not-found', 'unavailable'].includes(error.problem.error)
}
