import { describe, expect, test } from 'vitest'
import { ROOMS } from '../checks/rooms.ts'
import { judgeCruise } from '../checks/boundaries-step.ts'
import { BOUNDARIES } from './find-violations.ts'
import { cruisePlanted } from './planted-repository.ts'
import type { Imports } from './planted-repository.ts'

const DOOR = { 'domain/index.ts': [], 'contract/index.ts': [], 'server/testing/index.ts': [] }
const COMPLAINT = { 'server/modules/complaint/index.ts': [] }

/** For every rule the imports it must report; `probe` is the file that holds the violation. */
const PROBES: readonly {
  rule: string
  probe: string
  imports: readonly string[]
  with?: Imports
}[] = [
  { rule: 'domain-imports-nothing', probe: 'domain/clock.ts', imports: ['zod'] },
  { rule: 'domain-imports-nothing', probe: 'domain/clock.ts', imports: ['node:fs'] },
  { rule: 'domain-imports-nothing', probe: 'domain/clock.ts', imports: ['type:@yinuo/contract'] },
  { rule: 'domain-tests-stay-pure', probe: 'domain/clock.test.ts', imports: ['@yinuo/contract'] },
  {
    rule: 'playbooks-know-only-the-domain',
    probe: 'playbooks/lub.ts',
    imports: ['@yinuo/contract'],
  },
  { rule: 'playbooks-know-only-the-domain', probe: 'playbooks/lub.ts', imports: ['pg'] },
  {
    rule: 'playbooks-read-files-only-in-the-loader',
    probe: 'playbooks/schema.ts',
    imports: ['node:fs'],
  },
  {
    rule: 'playbook-loader-touches-only-files',
    probe: 'playbooks/load-playbook.ts',
    imports: ['node:http'],
  },
  { rule: 'contract-knows-only-the-domain', probe: 'contract/route.ts', imports: ['fastify'] },
  { rule: 'contract-knows-only-the-domain', probe: 'contract/route.ts', imports: ['node:fs'] },
  {
    rule: 'server-knows-no-page-and-no-measurement',
    probe: 'server/app.ts',
    imports: ['../web/desk/main.tsx'],
    with: { 'web/desk/main.tsx': [] },
  },
  {
    rule: 'tools-are-not-part-of-the-program',
    probe: 'server/app.ts',
    imports: ['../scripts/check.ts'],
    with: { 'scripts/check.ts': [] },
  },
  {
    rule: 'web-knows-contract-and-domain',
    probe: 'web/desk/app/page.tsx',
    imports: ['../../../server/platform/pool.ts'],
    with: { 'server/platform/pool.ts': [] },
  },
  {
    rule: 'web-knows-contract-and-domain',
    probe: 'web/shared/page.tsx',
    imports: ['@yinuo/playbooks'],
    with: { 'playbooks/index.ts': [] },
  },
  { rule: 'web-runs-in-a-browser', probe: 'web/desk/app/page.tsx', imports: ['node:path'] },
  {
    rule: 'web-shared-knows-no-page',
    probe: 'web/shared/button.tsx',
    imports: ['../desk/main.tsx'],
    with: { 'web/desk/main.tsx': [] },
  },
  {
    rule: 'bench-and-e2e-stay-outside',
    probe: 'bench/main.ts',
    imports: ['../server/modules/complaint/index.ts'],
    with: COMPLAINT,
  },
  {
    rule: 'bench-and-e2e-stay-outside',
    probe: 'e2e/close-case.e2e.ts',
    imports: ['../bench/main.ts'],
    with: { 'bench/main.ts': [] },
  },
  {
    rule: 'no-test-code-in-the-program',
    probe: 'server/platform/pool.ts',
    imports: ['../testing/index.ts'],
  },
  {
    rule: 'no-test-code-in-the-program',
    probe: 'domain/clock.ts',
    imports: ['./clock.test.ts'],
    with: { 'domain/clock.test.ts': [] },
  },
  { rule: 'imports-exist', probe: 'web/desk/app/page.tsx', imports: ['@yinuo/server'] },
  { rule: 'imports-exist', probe: 'server/app.ts', imports: ['./nowhere.ts'] },
  {
    rule: 'no-circular-import',
    probe: 'domain/clock.ts',
    imports: ['type:./calendar.ts'],
    with: { 'domain/calendar.ts': ['type:./clock.ts'] },
  },
  {
    rule: 'modules-meet-at-their-door',
    probe: 'server/modules/customer/show-customer.ts',
    imports: ['../complaint/register-complaint.ts'],
    with: { 'server/modules/complaint/register-complaint.ts': [] },
  },
  {
    rule: 'jobs-use-modules-by-their-door',
    probe: 'server/jobs/fire-due.ts',
    imports: ['../modules/complaint/register-complaint.ts'],
    with: { 'server/modules/complaint/register-complaint.ts': [] },
  },
  {
    rule: 'routes-never-touch-stores',
    probe: 'server/modules/complaint/routes.ts',
    imports: ['./complaint-store.ts'],
    with: { 'server/modules/complaint/complaint-store.ts': [] },
  },
  {
    rule: 'routes-never-touch-stores',
    probe: 'server/modules/complaint/intake.routes.ts',
    imports: ['type:./store.ts'],
    with: { 'server/modules/complaint/store.ts': [] },
  },
  {
    rule: 'routes-never-touch-stores',
    probe: 'server/modules/complaint/intake-routes.ts',
    imports: ['./store.ts'],
    with: { 'server/modules/complaint/store.ts': [] },
  },
  {
    rule: 'stores-never-call-commands',
    probe: 'server/modules/complaint/complaint-store.ts',
    imports: ['./register-complaint.ts'],
    with: { 'server/modules/complaint/register-complaint.ts': [] },
  },
  {
    rule: 'channels-import-no-module',
    probe: 'server/channels/mail.ts',
    imports: ['../modules/complaint/index.ts'],
    with: COMPLAINT,
  },
  {
    rule: 'platform-imports-no-module',
    probe: 'server/platform/pool.ts',
    imports: ['type:../modules/complaint/index.ts'],
    with: COMPLAINT,
  },
  { rule: 'only-main-builds', probe: 'server/modules/complaint/store.ts', imports: ['pg'] },
  {
    rule: 'nobody-imports-main',
    probe: 'server/modules/complaint/routes.ts',
    imports: ['../../app.ts'],
    with: { 'server/app.ts': [] },
  },
  {
    rule: 'features-never-import-features',
    probe: 'web/desk/features/complaint/case-page.tsx',
    imports: ['../customer/customer-card.tsx'],
    with: { 'web/desk/features/customer/customer-card.tsx': [] },
  },
  {
    rule: 'features-know-no-app',
    probe: 'web/desk/features/complaint/case-page.tsx',
    imports: ['../../app/router.tsx'],
    with: { 'web/desk/app/router.tsx': [] },
  },
  {
    rule: 'only-app-composes-features',
    probe: 'web/desk/session/session.ts',
    imports: ['../features/complaint/case-page.tsx'],
    with: { 'web/desk/features/complaint/case-page.tsx': [] },
  },
]

/** Imports that the architecture allows: a rule that forbids one of these is as wrong as one that never fires. */
const ALLOWED: Imports = {
  'domain/index.ts': ['./clock/clock.ts'],
  'domain/clock/clock.ts': [],
  'domain/clock/clock.test.ts': ['vitest', 'fast-check', './clock.ts'],
  'playbooks/index.ts': ['@yinuo/domain', 'yaml', 'zod', './load-playbook.ts'],
  'playbooks/load-playbook.ts': ['node:fs', 'node:path', 'node:url'],
  'contract/index.ts': ['@yinuo/domain', 'zod'],
  'server/main.ts': ['./app.ts', './modules/complaint/store.ts', '../scripts/ensure-web-built.ts'],
  'server/app.ts': ['fastify', 'pg', './modules/complaint/routes.ts'],
  'server/testing/index.ts': ['../app.ts', 'pg'],
  'server/platform/pool.ts': ['pg', 'node:os'],
  'server/modules/customer/index.ts': [],
  'server/modules/complaint/index.ts': ['./register-complaint.ts'],
  'server/modules/complaint/routes.ts': ['@yinuo/contract', 'type:fastify', './index.ts'],
  'server/modules/complaint/register-complaint.ts': ['./store.ts', '../customer/index.ts'],
  'server/modules/complaint/store.ts': ['type:pg', './complaint-row.ts', '../../platform/pool.ts'],
  'server/modules/complaint/complaint-row.ts': [],
  'server/modules/complaint/store.db.test.ts': ['../../testing/index.ts', 'vitest', './store.ts'],
  'server/jobs/fire-due.ts': ['../modules/complaint/index.ts'],
  'server/channels/mail.ts': ['../platform/pool.ts'],
  'web/shared/index.ts': ['react', '@yinuo/contract'],
  'web/desk/main.tsx': ['./app/app.tsx'],
  'web/desk/app/app.tsx': ['../features/complaint/case-page.tsx', '../features/customer/card.tsx'],
  'web/desk/features/complaint/case-page.tsx': ['../../../shared/index.ts', '@yinuo/domain'],
  'web/desk/features/customer/card.tsx': ['react'],
  'web/desk/vite.config.ts': ['node:path'],
  'bench/main.ts': ['pg', 'node:http', '@yinuo/server/testing', '@yinuo/contract'],
  'e2e/close-case.e2e.ts': ['@yinuo/server/testing', '@yinuo/playbooks', './browser.ts'],
  'e2e/browser.ts': ['node:fs'],
  'scripts/ensure-web-built.ts': [],
}

describe('boundaries between and inside the rooms', () => {
  test.each(PROBES)(
    '$rule reports $probe importing $imports',
    async ({ rule, probe, imports, with: rest }) => {
      const { violations } = await cruisePlanted({ ...DOOR, ...rest, [probe]: imports }, ROOMS)
      const found = violations.filter((violation) => violation.rule === rule)
      expect(found.map(({ from, to }) => `${from} → ${to}`).join()).toContain(probe)
      expect(found[0]?.comment).toMatch(/\S.*\n {2}→ \S/)
    },
  )

  test('every rule has a probe', () => {
    const probed = new Set(PROBES.map((probe) => probe.rule))
    expect(BOUNDARIES.map((rule) => rule.name).filter((name) => !probed.has(name ?? ''))).toEqual(
      [],
    )
  })

  test('no rule forbids what the architecture allows', async () => {
    const { violations } = await cruisePlanted(ALLOWED, ROOMS)
    expect(violations).toEqual([])
  })

  test('a room of which nothing was read fails the step', async () => {
    const cruise = await cruisePlanted({ 'domain/index.ts': [] }, ROOMS)
    expect(judgeCruise(cruise, new Map([['domain', 1]])).ok).toBe(true)
    const blind = judgeCruise(
      cruise,
      new Map([
        ['domain', 1],
        ['server', 3],
      ]),
    )
    expect(blind.ok).toBe(false)
    expect(blind.output).toContain('server/: read 0 of 3 modules')
  })
})
