import type { ReactElement } from 'react'

/** Placeholder until the feature is written. */
export function CustomerListPage(): ReactElement {
  return <></>
}

/** Placeholder until the feature is written. */
export function CustomerPage(): ReactElement {
  return <></>
}
