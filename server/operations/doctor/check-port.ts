import { createServer } from 'node:net'
import { bad, good, notice, type Verdict } from './verdict.ts'

const PATIENCE_MS = 3_000

/** Whether the program answers, or could begin to, at its address. */
export async function checkPort(host: string, port: number): Promise<Verdict> {
  const at = `${host}:${port}`
  const ready = await askReady(`http://${at}/health/ready`)
  if (ready === 'ready') return good(`一诺在 ${at} 运行，一切就绪`)
  if (ready !== null)
    return bad(`一诺在 ${at} 运行，但没有就绪：${ready}`, '看日志；多半是数据库或磁盘')
  const trouble = await troubleWith(host, port)
  if (trouble === null) return good(`端口 ${at} 空着，一诺没有在运行`)
  if (trouble === 'EADDRINUSE') return notice(`端口 ${at} 被别的程序占用`, '换一个：PORT=…')
  return bad(`端口 ${at} 不能用（${trouble}）`, 'PORT 用 1024 以上的，HOST 用本机的地址')
}

/** null when nobody of ours is there. */
async function askReady(url: string): Promise<string | null> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) })
    const { status, failing } = (await answer.json()) as { status?: string; failing?: string[] }
    if (status === 'ready') return status
    return status === 'not-ready' ? (failing ?? []).join('、') : null
  } catch {
    return null
  }
}

async function troubleWith(host: string, port: number): Promise<string | null> {
  const probe = createServer()
  try {
    await new Promise<void>((resolve, reject) => {
      probe.once('error', reject)
      probe.listen({ host, port }, resolve)
    })
    return null
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error)
  } finally {
    probe.close()
  }
}
