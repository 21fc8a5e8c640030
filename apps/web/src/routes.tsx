import { lazy, type ComponentType, type LazyExoticComponent } from 'react'
import type { StoredSeat } from './api/seats.ts'
import { loadTexts } from './i18n/language.ts'
import type { Messages, Section } from './i18n/messages.ts'

/** What a place without a seat gets: the parts of its address. */
export interface PageProps {
  params: Readonly<Record<string, string>>
}

/** What a place under /w/ gets besides: the seat that it is used with. */
export interface SeatPageProps extends PageProps {
  seat: StoredSeat
}

type Title = keyof Messages['places']['titles']

/** One address of the product. */
export type Route =
  | SeatedRoute
  | (Address & { readonly needsSeat: false; readonly page: LazyExoticComponent<ComponentType<PageProps>> })

type SeatedRoute = Address & {
  readonly needsSeat: true
  readonly page: LazyExoticComponent<ComponentType<SeatPageProps>>
}

interface Address {
  readonly path: string
  readonly title: Title
}

const open = (
  path: string,
  title: Title,
  load: () => Promise<ComponentType<PageProps>>,
  sections: readonly Section[] = [],
): Route => ({
  path,
  title,
  needsSeat: false,
  page: lazy(async () => ({ default: (await Promise.all([load(), loadTexts(...sections)]))[0] })),
})

const seated = (
  path: string,
  title: Title,
  load: () => Promise<ComponentType<SeatPageProps>>,
  sections: readonly Section[] = ['board', 'stage'],
): SeatedRoute => ({
  path,
  title,
  needsSeat: true,
  page: lazy(async () => ({ default: (await Promise.all([load(), loadTexts(...sections)]))[0] })),
})

/** A workshop's address without a place: leads to where the seat belongs, or waits until it has one. */
export const PLACE = seated(
  '/w/:workshopId',
  'place',
  async () => (await import('./pages/PlacePage/PlacePage.tsx')).PlacePage,
  ['groups'],
)

/** Every address of the product; the first match counts. Each page is a chunk of its own. */
export const ROUTES: readonly Route[] = [
  open('/', 'home', async () => (await import('./pages/HomePage/HomePage.tsx')).HomePage, ['home']),
  open('/new', 'create', async () => (await import('./pages/CreatePage/CreatePage.tsx')).CreatePage, [
    'board',
    'stage',
  ]),
  open('/join', 'join', async () => (await import('./pages/JoinPage/JoinPage.tsx')).JoinPage),
  open('/check', 'check', async () => (await import('./pages/CheckPage/CheckPage.tsx')).CheckPage, ['check']),
  open('/recover', 'recover', async () => (await import('./pages/RecoverPage/RecoverPage.tsx')).RecoverPage, ['home']),
  open('/setup', 'setup', async () => (await import('./pages/SetupPage/SetupPage.tsx')).SetupPage, ['home']),
  open('/legal/imprint', 'imprint', async () => (await import('./pages/LegalPage/LegalPage.tsx')).ImprintPage, [
    'legalPages',
  ]),
  open('/legal/privacy', 'privacy', async () => (await import('./pages/LegalPage/LegalPage.tsx')).PrivacyPage, [
    'legalPages',
  ]),
  open(
    '/legal/accessibility',
    'accessibility',
    async () => (await import('./pages/LegalPage/LegalPage.tsx')).AccessibilityPage,
    ['legalPages'],
  ),
  PLACE,
  seated('/w/:workshopId/check', 'check', async () => (await import('./pages/CheckPage/CheckPage.tsx')).SeatCheckPage, [
    'check',
  ]),
  seated(
    '/w/:workshopId/g/:groupId',
    'board',
    async () => (await import('./pages/BoardPage/BoardPage.tsx')).BoardPage,
    ['board'],
  ),
  seated(
    '/w/:workshopId/cockpit',
    'cockpit',
    async () => (await import('./pages/CockpitPage/CockpitPage.tsx')).CockpitPage,
  ),
  seated(
    '/w/:workshopId/plenary',
    'plenary',
    async () => (await import('./pages/PlenaryPage/PlenaryPage.tsx')).PlenaryPage,
  ),
  seated('/w/:workshopId/screen', 'screen', async () => (await import('./pages/ScreenPage/ScreenPage.tsx')).ScreenPage),
  seated(
    '/w/:workshopId/remote',
    'remote',
    async () => (await import('./pages/RemotePage/RemotePage.tsx')).RemotePage,
    ['board', 'stage', 'remote'],
  ),
  seated(
    '/w/:workshopId/results',
    'results',
    async () => (await import('./pages/ResultsPage/ResultsPage.tsx')).ResultsPage,
  ),
]

/** The route of a path and the values of its parameters, or null. */
export function matchRoute(path: string): { route: Route; params: Readonly<Record<string, string>> } | null {
  const parts = path.replace(/\/+$/, '').split('/')
  for (const route of ROUTES) {
    const pattern = route.path.replace(/\/+$/, '').split('/')
    if (pattern.length !== parts.length) continue
    const params: Record<string, string> = {}
    const isMatch = pattern.every((piece, index) => {
      const part = parts[index] ?? ''
      if (!piece.startsWith(':')) return piece === part
      params[piece.slice(1)] = part
      return part !== ''
    })
    if (isMatch) return { route, params }
  }
  return null
}
