import { createReadStream, createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { Readable, Writable } from 'node:stream'
import { createZstdCompress, createZstdDecompress } from 'node:zlib'
import type { Client } from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { type Digest, RowDigest } from './row-digest.ts'

/** Writes rows of several queries, one after the other, into one compressed file that is on the disk when this resolves. */
export async function writeRows(
  path: string,
  pieces: AsyncIterable<Buffer> | Iterable<Buffer>,
): Promise<Digest> {
  const digest = new RowDigest()
  const file = createWriteStream(path, { mode: 0o600, flags: 'wx' })
  await pipeline(Readable.from(pieces, { objectMode: false }), digest, createZstdCompress(), file)
  await flushToDisk(path)
  return digest.digest()
}

/** What COPY writes for a query, in pieces. Whoever breaks off early leaves the connection unusable. */
export function copyOut(client: Client, query: string): AsyncIterable<Buffer> {
  return client.query(copyTo(`copy (${query}) to stdout`)) as AsyncIterable<Buffer>
}

/** Digest of what a query gives now. */
export async function digestRows(client: Client, query: string): Promise<Digest> {
  return digestOf(copyOut(client, query))
}

/** Digest of what a file written by `writeRows` holds; rejects when it is no longer whole. */
export async function digestFile(path: string): Promise<Digest> {
  return digestOf(readRows(path))
}

/** Copies a file written by `writeRows` into a table. */
export async function copyIn(client: Client, path: string, into: string): Promise<void> {
  const file = createReadStream(path)
  await pipeline(file, createZstdDecompress(), client.query(copyFrom(`copy ${into} from stdin`)))
}

/** The rows of such a file as they were written. */
export function readRows(path: string): Readable {
  return createReadStream(path).pipe(createZstdDecompress())
}

async function digestOf(pieces: AsyncIterable<Buffer>): Promise<Digest> {
  const digest = new RowDigest()
  await pipeline(pieces, digest, new Writable({ write: (_piece, _encoding, done) => done() }))
  return digest.digest()
}

/** Written is not yet kept: a power cut right after must not leave an empty file under a good name. */
export async function flushToDisk(path: string): Promise<void> {
  // Windows neither can nor needs to with a handle for reading.
  if (process.platform === 'win32') return
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
