import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

const REVIEWS = path.join(import.meta.dirname, '../../shared/data/reviews.csv')
const WANTED_BYTES = 400
const TEXTS = 500

const PARTS = [
  '昨天下午换的机油，今天早上发动机怠速就抖，仪表盘油压报警灯一直亮',
  '加满油跑了不到三百公里，热车以后声音明显变大，加速也没有以前有力',
  '打电话问过两次，第一次说马上有人联系我，等到晚上也没有一个回话',
  '桶口的封膜是破的，油的颜色比上一批深，倒出来还有一股焦味',
  '车队六台车都停在院子里，一天的损失不是小数目，司机天天在问我什么时候能走',
  '我们合作四年了，从来没有出过这样的事，希望你们派人来看一看，给个说法',
  '修理厂拆开看了，说滤芯上有黑色的胶状东西，怀疑和这批油有关系',
  '要是这个礼拜再不解决，我只好先去买别家的油，以后的订货也要重新考虑',
] as const

/**
 * What customers say, about 400 bytes each: the real reviews where they are at hand, joined until they are long enough,
 * otherwise sentences put together. The same on every run.
 */
export function complaintTexts(): { readonly texts: readonly string[]; readonly source: string } {
  const real = existsSync(REVIEWS) ? readReviews(readFileSync(REVIEWS, 'utf8')) : []
  const words = real.length > 0 ? real : PARTS
  const texts = Array.from({ length: TEXTS }, (_, index) => {
    let text = ''
    for (let at = index * 7; Buffer.byteLength(text) < WANTED_BYTES; at += 1)
      text += `${words[at % words.length]}。`
    return cutToBytes(text, WANTED_BYTES)
  })
  return { texts, source: real.length > 0 ? 'real reviews' : 'generated' }
}

function readReviews(csv: string): string[] {
  return csv
    .split('\n')
    .slice(1)
    .filter((line) => line.includes(',negative,'))
    .map((line) => line.slice(line.indexOf(',negative,') + ',negative,'.length))
    .map((text) => text.replaceAll('"', '').replaceAll('\r', '').trim())
    .filter((text) => text.length >= 20 && text.isWellFormed())
}

function cutToBytes(text: string, bytes: number): string {
  let kept = ''
  let length = 0
  for (const character of text) {
    length += Buffer.byteLength(character)
    if (length > bytes) break
    kept += character
  }
  return kept
}
