import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router'
import { CrashPage } from './parts/page-states/crash-page.tsx'
import { NotFoundPage } from './parts/page-states/not-found-page.tsx'
import { Skeleton } from './parts/page-states/page-states.tsx'
import { SignedIn, SignedInScreen } from './signed-in.tsx'

const root = createRootRoute({ component: Outlet })
const signedIn = createRoute({ getParentRoute: () => root, id: 'signed-in', component: SignedIn })

/** A page is a line: its path and the file that is loaded when somebody goes there. */
const page = (path: string, load: () => Promise<Record<string, unknown>>, name: string) =>
  createRoute({
    getParentRoute: () => signedIn,
    path,
    component: lazyRouteComponent(load as () => Promise<Record<string, () => React.JSX.Element>>, name),
  })

const pages = [
  page('/', () => import('./pages/home/page.tsx'), 'HomePage'),
  page('/today', () => import('./pages/today/page.tsx'), 'TodayPage'),
  page('/leads', () => import('./pages/leads/page.tsx'), 'LeadsPage'),
  page('/leads/new', () => import('./pages/leads/new-lead-page.tsx'), 'NewLeadPage'),
  page('/leads/kanban', () => import('./pages/kanban/page.tsx'), 'KanbanPage'),
  page('/leads/$leadId', () => import('./pages/record/lead-page.tsx'), 'LeadPage'),
  page('/objects/$object', () => import('./pages/object-list/page.tsx'), 'ObjectListPage'),
  page('/objects/$object/bin', () => import('./pages/recycle-bin/page.tsx'), 'RecycleBinPage'),
  page('/objects/$object/$id', () => import('./pages/record/record-page.tsx'), 'RecordPage'),
  page('/board', () => import('./pages/board/page.tsx'), 'BoardPage'),
  page('/inbox', () => import('./pages/inbox/page.tsx'), 'InboxPage'),
  page('/me', () => import('./pages/me/page.tsx'), 'MePage'),
  page('/sources', () => import('./pages/sources/page.tsx'), 'SourcesPage'),
  page('/imports', () => import('./pages/imports/page.tsx'), 'ImportsPage'),
  page('/settings/people', () => import('./pages/users/page.tsx'), 'UsersPage'),
  page('/settings/audit', () => import('./pages/audit/page.tsx'), 'AuditPage'),
  page('/settings/roles', () => import('./pages/roles/page.tsx'), 'RolesPage'),
  page('/settings/objects', () => import('./pages/objects/page.tsx'), 'ObjectsPage'),
  page('/settings/layouts', () => import('./pages/layouts/page.tsx'), 'LayoutsPage'),
  page('/settings/forms', () => import('./pages/forms/page.tsx'), 'FormsPage'),
  page('/settings/menus', () => import('./pages/menus/page.tsx'), 'MenusPage'),
  page('/settings/api', () => import('./pages/api/page.tsx'), 'ApiPage'),
  page('/settings/changes', () => import('./pages/changes/page.tsx'), 'ChangesPage'),
  page('/rules', () => import('./pages/rules/page.tsx'), 'RulesPage'),
]

/** Fills a television: no menu around it. */
const fullScreen = createRoute({ getParentRoute: () => root, id: 'full-screen', component: SignedInScreen })
const screen = createRoute({
  getParentRoute: () => fullScreen,
  path: '/screen',
  component: lazyRouteComponent(() => import('./pages/screen/page.tsx'), 'ScreenPage'),
})
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('./pages/sign-in/page.tsx'), 'SignInPage'),
})

export const router = createRouter({
  routeTree: root.addChildren([signIn, fullScreen.addChildren([screen]), signedIn.addChildren(pages)]),
  defaultPreload: 'intent',
  defaultPendingMs: 300,
  defaultPendingComponent: Skeleton,
  defaultErrorComponent: CrashPage,
  defaultNotFoundComponent: NotFoundPage,
})
