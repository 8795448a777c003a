import type { ReactElement } from 'react'

/** Placeholder until the feature is written. */
export function ImportPage(): ReactElement {
  return <></>
}
