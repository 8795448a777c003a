import type { DraftContent } from './content.ts'

/** A draft as this device keeps it until the server has confirmed it. */
export type DeviceDraft = {
  readonly id: string
  readonly playbook: string
  readonly content: DraftContent
  /** Counts the changes made here. */
  readonly revision: number
  /** The first keystroke in business time, for a start that could not be told to the server. */
  readonly startedAt: string
  /** Whether the server knows the draft at all. */
  readonly onServer: boolean
}

export type DeviceDrafts = {
  keep(draft: DeviceDraft): void
  forget(id: string): void
  find(id: string): DeviceDraft | undefined
  all(): readonly DeviceDraft[]
}

/** One person's drafts in this browser: another login on the same machine does not see them. A full or forbidden storage only costs the safety net. */
export function deviceDrafts(personId: string, storage: Storage): DeviceDrafts {
  const prefix = `yinuo.intake.${personId}.`
  const read = (key: string): DeviceDraft | undefined => {
    try {
      const text = storage.getItem(key)
      return text === null ? undefined : (JSON.parse(text) as DeviceDraft)
    } catch {
      return undefined
    }
  }
  return {
    keep(draft) {
      try {
        storage.setItem(prefix + draft.id, JSON.stringify(draft))
      } catch {
        // Full: the server copy is the one that counts.
      }
    },
    forget: (id) => storage.removeItem(prefix + id),
    find: (id) => read(prefix + id),
    all: () =>
      Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
        .filter((key) => key.startsWith(prefix))
        .flatMap((key) => read(key) ?? []),
  }
}
