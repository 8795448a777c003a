import { forbid } from './forbid.ts'

const TESTS = '\\.test\\.ts$'
/** `complaint-store.ts`; what restores a backup is none. */
const STORE = '(?<!re)store[^/]*\\.ts$'
/** Only these build concrete things and hand them to the modules (style.md 5). */
const COMPOSES = '^server/(main|app|testing/.+)\\.ts$'

/** How the server is laid out inside (architecture §2). */
export const SERVER_RULES = [
  forbid('modules-meet-at-their-door', {
    why: 'A module that reaches into another one freezes its insides.',
    remedy:
      "Import the other module's index.ts; if the thing is missing there, export it on purpose.",
    from: { path: '^server/modules/([^/]+)/' },
    to: {
      path: '^server/modules/',
      pathNot: ['^server/modules/$1/', '/modules/[^/]+/index\\.ts$'],
    },
  }),
  forbid('jobs-use-modules-by-their-door', {
    why: 'A job that reaches into a module freezes its insides.',
    remedy: "Import the module's index.ts; if the thing is missing there, export it on purpose.",
    from: { path: '^server/', pathNot: ['^server/modules/', COMPOSES] },
    to: { path: '^server/modules/', pathNot: '/modules/[^/]+/index\\.ts$' },
  }),
  forbid('routes-never-touch-stores', {
    why: 'A route parses, authorises, calls and presents; SQL behind its back escapes the gates and the log.',
    remedy: 'Call a command or a query of the module; let that one use the store.',
    from: { path: '^server/.*[/.-]routes?\\.ts$' },
    to: { path: `^server/.*${STORE}` },
  }),
  forbid('stores-never-call-commands', {
    why: 'A store holds SQL and nothing else; one that decides hides a rule in a query.',
    remedy:
      'Return the rows and let the command decide. A store may import stores, rows, SQL and types.',
    from: { path: `^server/.*${STORE}`, pathNot: TESTS },
    to: { path: '^server/modules/', pathNot: '/[^/]*(store|row|sql|type|schema)[^/]*\\.ts$' },
  }),
  forbid('channels-import-no-module', {
    why: 'A channel hands what arrives to a port, so that mail, chat and telephone stay replaceable.',
    remedy: 'Take the port as an argument; let main.ts connect it to the module.',
    from: { path: '^server/channels/' },
    to: { path: '^server/(modules|jobs)/' },
  }),
  forbid('platform-imports-no-module', {
    why: 'The platform is what modules stand on; it must not know them.',
    remedy: 'Take a function as an argument; let main.ts connect it to the module.',
    from: { path: '^server/platform/' },
    to: { path: '^server/(modules|channels|jobs)/' },
  }),
  forbid('only-main-builds', {
    why: 'A module that opens its own pool, server or socket cannot be tested, limited or shut down from one place.',
    remedy: 'Take it as an argument (import the type only); let main.ts build it.',
    from: { path: '^server/(modules|jobs)/', pathNot: TESTS },
    to: { path: 'node_modules/(pg|fastify|ws|pino)/', dependencyTypesNot: ['type-only'] },
  }),
  forbid('nobody-imports-main', {
    why: 'main.ts and app.ts put the program together; importing them starts everything.',
    remedy: 'Take what you need as an argument.',
    from: { path: '^server/', pathNot: ['^server/[^/]+\\.ts$', '^server/testing/', TESTS] },
    to: { path: '^server/(main|app)\\.ts$' },
  }),
]
