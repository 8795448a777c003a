import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router'
import { LoadingPage, NotFoundPage, RouteErrorPage } from './pages/fallback-pages.tsx'
import { requireMe } from './session.ts'
import { Shell } from './shell/shell.tsx'

/** Lists keep filters, sort and columns in the URL; each feature reads its own part. */
const open = (search: Record<string, unknown>): Record<string, unknown> => search

const rootRoute = createRootRouteWithContext<{ client: QueryClient }>()({
  notFoundComponent: NotFoundPage,
})

const loginRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/login',
  validateSearch: (search): { to?: string } => {
    const to = search['to']
    // Only ways inside the desk: an address of elsewhere must not be reachable through the login page.
    return typeof to === 'string' && /^\/(?![/\\])/.test(to) ? { to } : {}
  },
  component: lazyRouteComponent(() => import('../features/login/index.tsx'), 'LoginPage'),
})
const passwordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/password',
  component: lazyRouteComponent(
    () => import('../features/login/own-password-page.tsx'),
    'OwnPasswordPage',
  ),
})
const setupRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/setup',
  component: lazyRouteComponent(() => import('../features/setup/index.tsx'), 'SetupPage'),
})
const deskRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'desk',
  beforeLoad: ({ context, location }) => requireMe(context.client, location.href),
  component: Shell,
})
const myDayRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/',
  validateSearch: open,
  component: lazyRouteComponent(() => import('../features/my-day/index.tsx'), 'MyDayPage'),
})
const complaintListRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/complaints',
  validateSearch: open,
  component: lazyRouteComponent(
    () => import('../features/complaint-list/index.tsx'),
    'ComplaintListPage',
  ),
})
const caseRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/complaints/$id',
  validateSearch: open,
  staticData: { withoutBottomBar: true },
  component: lazyRouteComponent(() => import('../features/case/index.tsx'), 'CasePage'),
})
const intakeRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/intake',
  validateSearch: open,
  staticData: { foldedSidebar: true, withoutBottomBar: true },
  component: lazyRouteComponent(() => import('../features/intake/index.tsx'), 'IntakePage'),
})
const customerListRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/customers',
  validateSearch: open,
  component: lazyRouteComponent(() => import('../features/customer/index.tsx'), 'CustomerListPage'),
})
const customerRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/customers/$id',
  validateSearch: open,
  component: lazyRouteComponent(() => import('../features/customer/index.tsx'), 'CustomerPage'),
})
const tasksRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/tasks',
  validateSearch: open,
  component: lazyRouteComponent(() => import('../features/tasks/index.tsx'), 'TasksPage'),
})
const approvalsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/approvals',
  validateSearch: open,
  staticData: { withoutBottomBar: true },
  component: lazyRouteComponent(() => import('../features/approvals/index.tsx'), 'ApprovalsPage'),
})
const figuresRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/figures',
  validateSearch: open,
  component: lazyRouteComponent(() => import('../features/figures/index.tsx'), 'FiguresPage'),
})
const peopleRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/people',
  validateSearch: open,
  component: lazyRouteComponent(() => import('../features/people/index.tsx'), 'PeoplePage'),
})
const phrasesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/phrases',
  validateSearch: open,
  component: lazyRouteComponent(() => import('../features/phrases/index.tsx'), 'PhrasesPage'),
})
const playbookRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/playbook',
  validateSearch: open,
  component: lazyRouteComponent(() => import('../features/playbook/index.tsx'), 'PlaybookPage'),
})
const importRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/import',
  validateSearch: open,
  component: lazyRouteComponent(() => import('../features/import/index.tsx'), 'ImportPage'),
})

const printRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/print/complaints/$id/$form',
  staticData: { withoutBottomBar: true },
  component: lazyRouteComponent(() => import('../features/print/index.tsx'), 'PrintPage'),
})

const nowhereRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '$',
  component: NotFoundPage,
})

const routeTree = rootRoute.addChildren([
  loginRoute,
  passwordRoute,
  setupRoute,
  deskRoute.addChildren([
    myDayRoute,
    complaintListRoute,
    caseRoute,
    intakeRoute,
    customerListRoute,
    customerRoute,
    approvalsRoute,
    tasksRoute,
    figuresRoute,
    peopleRoute,
    phrasesRoute,
    playbookRoute,
    importRoute,
    printRoute,
    nowhereRoute,
  ]),
])

export function makeRouter(client: QueryClient) {
  return createRouter({
    routeTree,
    context: { client },
    defaultPreload: 'intent',
    // The query cache decides what is fresh.
    defaultPreloadStaleTime: 0,
    defaultErrorComponent: RouteErrorPage,
    defaultNotFoundComponent: NotFoundPage,
    defaultPendingComponent: LoadingPage,
    defaultPendingMs: 300,
    scrollRestoration: true,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>
  }
  interface StaticDataRouteOption {
    /** 56-px sidebar (intake). */
    readonly foldedSidebar?: boolean
    /** Pages whose own actions stand at the bottom of a phone. */
    readonly withoutBottomBar?: boolean
  }
}
