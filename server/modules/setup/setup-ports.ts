import type { Pool } from 'pg'
import type { Playbook } from '@yinuo/domain'

export type DemoLogin = {
  readonly login: string
  readonly name: string
  readonly post: string
  readonly password: string
}

export type SetupPorts = {
  readonly pool: Pool
  readonly playbooks: readonly Playbook[]
  readonly version: string
  /** A demo shows its log-ins and is never set up; null for a real database. */
  readonly demoLogins: readonly DemoLogin[] | null
  /** Printed in the terminal at start: whoever reads it runs the program (`newSetupCode`). */
  readonly setupCode: string
}
