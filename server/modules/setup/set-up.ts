import { must, type MissingCode } from '@yinuo/domain'
import { ProblemError, RefusedError } from '../../platform/http/problem.ts'
import { wordUnmet } from '../../platform/http/wording.ts'
import { foundOrganisation, type FoundingInput } from './found-organisation.ts'
import { countOrganisations, setupFailed, setupWait } from './setup-attempts-store.ts'
import { isSetupCode } from './setup-code.ts'
import type { SetupPorts } from './setup-ports.ts'

/**
 * First start of a real database: founds the organisation with its administrator, for whoever reads the code in the terminal.
 * Refused in a demo and once an organisation stands; a wrong code counts against its address.
 */
export async function setUp(
  ports: SetupPorts,
  address: string,
  { setupCode, ...input }: Omit<FoundingInput, 'demoStart'> & { readonly setupCode: string },
): Promise<void> {
  const { pool } = ports
  if (ports.demoLogins !== null || (await countOrganisations(pool)) > 0) throw refused('setup-open')
  const wait = await setupWait(pool, address)
  if (wait > 0) throw new ProblemError('locked-out', { retryAfterSeconds: wait })
  if (!isSetupCode(setupCode, ports.setupCode)) {
    await setupFailed(pool, address)
    throw refused('setup-code')
  }
  const founded = await foundOrganisation(pool, ports.playbooks, { ...input, demoStart: null })
  if (founded === null) throw refused('setup-open')
}

/** Nobody is known yet, so nobody can be named as the one who may. */
function refused(code: MissingCode): RefusedError {
  const gates = [must('SYS-01', { code, field: code === 'setup-code' ? 'setupCode' : '' })]
  return new RefusedError(
    gates,
    wordUnmet(gates, { people: new Map(), playbooks: new Map() }, undefined),
  )
}
