import { forbid } from './forbid.ts'

const TESTS = '\\.(test|e2e)\\.tsx?$'
const PACKAGE = (...names: string[]) => `(^|/)node_modules/(${names.join('|')})/`
const TEST_PACKAGES = PACKAGE('vitest', 'fast-check', '@vitest')
const ANY_PACKAGE = '(^|/)node_modules/(?!@yinuo/)'
/** A built-in of Node; forbidden or allowed by kind, because by name `path` could also be a file of ours. */
const BUILT_IN = 'core' as const

/** Who may import whom between the rooms: the table of architecture §2, one rule per row. */
export const ROOM_RULES = [
  forbid('domain-imports-nothing', {
    why: 'The rules of the business are pure functions over plain data, so that they run and are proved anywhere.',
    remedy: 'Take what you need as an argument; let the server or a playbook bring it.',
    from: { path: '^domain/', pathNot: TESTS },
    to: { pathNot: '^domain/' },
  }),
  forbid('domain-tests-stay-pure', {
    why: 'A test of the domain that needs another room tests that room.',
    remedy: 'Write the input as plain data, or move the test to the room that it needs.',
    from: { path: `^domain/.*(${TESTS})` },
    to: { pathNot: ['^domain/', TEST_PACKAGES], dependencyTypesNot: [BUILT_IN] },
  }),
  forbid('playbooks-know-only-the-domain', {
    why: 'Policy is data read by a small loader; it must not know who runs it.',
    remedy: 'Import from domain, yaml or zod; move what needs more to server/.',
    from: { path: '^playbooks/', pathNot: TESTS },
    to: {
      pathNot: ['^(playbooks|domain)/', PACKAGE('yaml', 'zod')],
      dependencyTypesNot: [BUILT_IN],
    },
  }),
  forbid('playbooks-read-files-only-in-the-loader', {
    why: 'Everything but the loader must run on text that is already there: in tests, in the browser, at an upgrade.',
    remedy:
      'Read the file in playbooks/load-*.ts (node:fs, node:path, node:url) and hand on its text.',
    from: { path: '^playbooks/', pathNot: [TESTS, '^playbooks/load', '^playbooks/.+/load'] },
    to: { dependencyTypes: [BUILT_IN] },
  }),
  forbid('playbook-loader-touches-only-files', {
    why: 'Loading a playbook reads files and does nothing else.',
    remedy: 'Use node:fs, node:path and node:url only.',
    from: { path: '^playbooks/', pathNot: TESTS },
    to: { dependencyTypes: [BUILT_IN], pathNot: '^(node:)?(fs|fs/promises|path|url)$' },
  }),
  forbid('contract-knows-only-the-domain', {
    why: 'Browser and server both read the contract; what it imports, every page downloads.',
    remedy:
      'Import the vocabulary from domain and zod; move code that needs more to server/ or web/.',
    from: { path: '^contract/', pathNot: TESTS },
    to: { pathNot: ['^(contract|domain)/', PACKAGE('zod')] },
  }),
  forbid('server-knows-no-page-and-no-measurement', {
    why: 'The server answers through the contract; who asks is not its business.',
    remedy: 'Put what both need into contract/ or domain/.',
    from: { path: '^server/' },
    to: { path: '^(web|bench|e2e)/' },
  }),
  forbid('tools-are-not-part-of-the-program', {
    why: 'scripts/ serves the repository; only building the pages once belongs to starting the program.',
    remedy: 'Move the code into the room that needs it.',
    from: { path: '^(domain|playbooks|contract|server|web|bench|e2e)/' },
    to: { path: '^scripts/', pathNot: '^scripts/ensure-web-built\\.ts$' },
  }),
  forbid('web-knows-contract-and-domain', {
    why: 'A page that reaches into the server or another page carries secrets or dead weight to the browser.',
    remedy: 'Import from contract, domain or web/shared; ask the server over the API for the rest.',
    from: { path: '^web/([^/]+)/', pathNot: [TESTS, '\\.config\\.ts$'] },
    to: {
      pathNot: ['^web/($1|shared)/', '^(contract|domain)/', ANY_PACKAGE],
      dependencyTypesNot: [BUILT_IN],
      couldNotResolve: false,
    },
  }),
  forbid('web-runs-in-a-browser', {
    why: 'Node built-ins do not exist in a browser.',
    remedy: 'Use the platform of the browser, or move the code to server/.',
    from: { path: '^web/', pathNot: [TESTS, '\\.config\\.ts$'] },
    to: { dependencyTypes: [BUILT_IN] },
  }),
  forbid('web-shared-knows-no-page', {
    why: 'What all pages share must not pull one of them into the others.',
    remedy: 'Pass the difference in as a property, or move the code into the page.',
    from: { path: '^web/shared/' },
    to: { path: '^web/(?!shared/)' },
  }),
  forbid('bench-and-e2e-stay-outside', {
    why: 'Measurements and journeys use the program as its users do, or they prove something else.',
    remedy: 'Go through HTTP and the contract; start the program with @yinuo/server/testing.',
    from: { path: '^(bench|e2e)/' },
    to: {
      pathNot: ['^$1/', '^(contract|domain|playbooks|scripts)/', '^server/testing/', ANY_PACKAGE],
      dependencyTypesNot: [BUILT_IN],
      couldNotResolve: false,
    },
  }),
  forbid('no-test-code-in-the-program', {
    why: 'Test code trusts its caller; in the program it would open doors.',
    remedy: 'Move what both need out of the test, under a name of its own.',
    from: {
      path: '^(domain|playbooks|contract|server|web)/',
      pathNot: [TESTS, '^server/testing/', '(^|/)testing/'],
    },
    to: { path: [TESTS, '^server/testing/', '/testing/'], pathNot: 'node_modules/' },
  }),
  forbid('imports-exist', {
    why: 'What is imported is missing, or its package opens no such door (see its exports).',
    remedy:
      'Correct the path, install the package in this room, or import through the door that it has.',
    from: {},
    to: { couldNotResolve: true },
  }),
  forbid('no-circular-import', {
    why: 'In a circle nobody can be read, tested or removed alone.',
    remedy: 'Move what both need into a third file that knows neither.',
    from: {},
    to: { circular: true },
  }),
]
