/** A running stopwatch: `02:17`, from an hour on `1:02:17`. Negative spans (a clock set back) show as zero. */
export function formatRunning(spanMs: number): string {
  const seconds = Math.max(0, Math.floor(spanMs / 1000))
  const two = (value: number): string => String(value).padStart(2, '0')
  const minutes = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  return seconds < 3600 ? minutes : `${Math.floor(seconds / 3600)}:${minutes}`
}
