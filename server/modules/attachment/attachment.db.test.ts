import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestOffice, type Staff } from '../../testing/test-office.ts'
import { AttachmentFiles, attachmentFacts, attachmentHandlers, bindAttachment } from './index.ts'

const PNG = Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR rest of a picture', 'latin1')
const COMPLAINT = '01900000-0000-7000-8000-0000000000c1'
const OTHER_COMPLAINT = '01900000-0000-7000-8000-0000000000c2'

type Office = Awaited<ReturnType<typeof createTestOffice>>
type Upload = {
  id: string
  name: string
  type: string
  size: number
  message: string
  error: string
}

let office: Office
let folder: string
/** Who may see the complaint, besides nobody. */
const readers = new Set<string>()
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yinuo-attachment-'))
  office = await createTestOffice(({ pool }) =>
    attachmentHandlers({
      pool,
      files: new AttachmentFiles(folder),
      mayRead: async (principal, complaintId) =>
        complaintId === COMPLAINT && readers.has(principal.actor.id),
    }),
  )
})
afterAll(async () => {
  await office.stop()
  await rm(folder, { recursive: true, force: true })
})

const upload = (who: Staff, bytes: Buffer, name = '照片.png', key?: string) =>
  office.call<Upload>(who, 'POST', `/attachments?name=${encodeURIComponent(name)}`, bytes, key)
const download = (who: Staff, id: string) => office.call<Upload>(who, 'GET', `/attachments/${id}`)

describe('attachments (SYS-11)', () => {
  test('a picture is kept and comes back byte for byte, never shown inline', async () => {
    const { status, body } = await upload('receptionist', PNG)
    expect({ status, body }).toEqual({
      status: 200,
      body: { id: body.id, name: '照片.png', type: 'image/png', size: PNG.length },
    })
    const answer = await download('receptionist', body.id)
    expect(answer.bytes.equals(PNG)).toBe(true)
    expect(answer.headers).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('照片.png')}`,
    })
    const path = join(folder, 'attachments', office.orgId, body.id.slice(-2), body.id)
    expect((await readFile(path)).equals(PNG)).toBe(true)
  })

  test.each([
    ['a web page', '<!doctype html><script>alert(1)</script>'],
    ['a vector picture', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['a program', 'MZ\x90\0\x03\0\0\0\x04'],
    ['an archive', 'PK\x03\x04\x14\0\0\0'],
    ['a picture that is a web page as well', 'GIF89a/*<html><script>alert(1)//*/'],
    [
      'a picture that is an archive as well',
      `\xff\xd8\xff\xe0 picture PK\x05\x06${'\0'.repeat(18)}`,
    ],
    ['a PDF after other content', 'x%PDF-1.7'],
    ['a film', '\0\0\0\x18ftypmp42\0\0\0\0....hdlr\0\0\0\0\0\0\0\0vide'],
  ])('%s is refused with a sentence, whatever its name says', async (_what, content) => {
    const before = await readdir(folder, { recursive: true })
    const { status, body } = await upload(
      'receptionist',
      Buffer.from(content, 'latin1'),
      '照片.jpg',
    )
    expect(status).toBe(415)
    expect(body.message).toContain('可以上传：图片')
    expect(await readdir(folder, { recursive: true })).toEqual(before)
  })

  test('nothing and too much are refused', async () => {
    expect((await upload('receptionist', Buffer.alloc(0))).status).toBe(400)
    const heavy = Buffer.concat([PNG, Buffer.alloc(20_000_000)])
    expect((await upload('receptionist', heavy)).status).toBe(413)
  })

  test('sent again with its key it is one upload; the key with other bytes is an error', async () => {
    const key = 'upload-again-1'
    const [first, second] = await Promise.all([
      upload('handler', PNG, 'a.png', key),
      upload('handler', PNG, 'a.png', key),
    ])
    const third = await upload('handler', PNG, 'a.png', key)
    expect(new Set([first.body.id, second.body.id, third.body.id]).size).toBe(1)
    expect(third.body).toEqual(first.body)
    expect((await upload('handler', Buffer.concat([PNG, PNG]), 'a.png', key)).status).toBe(409)
  })

  test('before it hangs on a complaint only the uploader has it, then whoever may see that complaint', async () => {
    const { body } = await upload('receptionist', PNG)
    expect((await download('handler', body.id)).status).toBe(404)
    expect((await download('foreigner', body.id)).status).toBe(404)
    const { pool } = office.database
    const uploader = await office.principal('receptionist')
    expect(await bindAttachment(pool, await office.principal('handler'), body.id, COMPLAINT)).toBe(
      false,
    )
    expect(
      await bindAttachment(pool, await office.principal('foreigner'), body.id, COMPLAINT),
    ).toBe(false)
    expect(await bindAttachment(pool, uploader, body.id, COMPLAINT)).toBe(true)
    expect(await bindAttachment(pool, uploader, body.id, COMPLAINT)).toBe(true)
    expect(await bindAttachment(pool, uploader, body.id, OTHER_COMPLAINT)).toBe(false)
    expect(await attachmentFacts(pool, uploader, body.id)).toMatchObject({
      name: '照片.png',
      type: 'image/png',
      uploader: uploader.actor.id,
      complaintId: COMPLAINT,
    })
    expect(await attachmentFacts(pool, await office.principal('foreigner'), body.id)).toBeNull()
    expect((await download('receptionist', body.id)).status).toBe(404)
    readers.add(office.people.handler.id)
    expect((await download('handler', body.id)).status).toBe(200)
  })

  test('a row whose file is gone says so instead of breaking', async () => {
    const { body } = await upload('receptionist', PNG)
    await rm(join(folder, 'attachments', office.orgId, body.id.slice(-2), body.id))
    const answer = await download('receptionist', body.id)
    expect(answer.status).toBe(503)
    expect(answer.body.message).toContain('备份')
  })
})
