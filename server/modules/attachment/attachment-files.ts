import { createReadStream } from 'node:fs'
import { link, mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import type { AttachmentId, OrgId } from '@yinuo/domain'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The bytes of attachments on disk, outside anything the web server shows: `<data>/attachments/<org>/<xx>/<id>`. */
export class AttachmentFiles {
  readonly #root: string

  constructor(dataDir: string) {
    this.#root = join(dataDir, 'attachments')
  }

  /** Whole or not at all: under another name first, on the disk (fsync) before it gets its own, the folder too. */
  async write(orgId: OrgId, id: AttachmentId, bytes: Buffer): Promise<void> {
    const path = this.#path(orgId, id)
    const folder = dirname(path)
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const temporary = `${path}.part`
    try {
      const file = await open(temporary, 'w', 0o600)
      try {
        await file.writeFile(bytes)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(temporary, path)
    } catch (error) {
      await rm(temporary, { force: true })
      throw error
    }
    await syncFolder(folder)
  }

  async remove(orgId: OrgId, id: AttachmentId): Promise<void> {
    await rm(this.#path(orgId, id), { force: true })
  }

  /** Null when the file is not there, e.g. after a restore of the database alone. */
  async read(orgId: OrgId, id: AttachmentId): Promise<Readable | null> {
    const path = this.#path(orgId, id)
    const found = await stat(path).catch(() => null)
    return found?.isFile() === true ? createReadStream(path) : null
  }

  /** Takes a file over from a folder on the same disk without copying it; false where that cannot be done. */
  async linkFrom(other: AttachmentFiles, orgId: OrgId, id: AttachmentId): Promise<boolean> {
    const path = this.#path(orgId, id)
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    return link(other.#path(orgId, id), path).then(
      () => true,
      () => false,
    )
  }

  #path(orgId: OrgId, id: AttachmentId): string {
    if (!UUID.test(orgId) || !UUID.test(id)) throw new TypeError('not an id')
    // The end of a UUIDv7 is random, its beginning is the time and would put all into one folder.
    return join(this.#root, orgId, id.slice(-2), id)
  }
}

/** A new name survives a power cut only once its folder is written; Windows cannot and need not. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
