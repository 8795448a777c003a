import type { z } from 'zod'

/** Hands on what an inner schema found, so that it is told with its own place and code. */
export function forwardIssues(
  context: { readonly issues: z.core.$ZodRawIssue[] },
  issues: readonly z.core.$ZodIssue[],
  input: unknown,
  below: readonly string[] = [],
): void {
  for (const issue of issues) {
    // A found issue is a raw issue whose input is typed per code; spreading loses that pairing.
    const forwarded = { ...issue, input, path: [...below, ...issue.path] } as z.core.$ZodRawIssue
    context.issues.push(forwarded)
  }
}
