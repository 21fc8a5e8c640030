import { useSyncExternalStore } from 'react'
import { loadBase, loadSection, type Messages, type Section } from './messages.ts'

export const LANGUAGES = ['de', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

const KEY = 'tafelrunde.language'
const listeners = new Set<() => void>()
let current: { language: Language; messages: Messages } | undefined
const sections = new Set<Section>()
let wanted: Language = 'de'
let loading: Promise<void> = Promise.resolve()

function isLanguage(value: unknown): value is Language {
  return value === 'de' || value === 'en'
}

/** The person's choice, else the first of the browser's languages that we speak, else German. */
export function preferredLanguage(stored: string | null, browser: readonly string[]): Language {
  if (isLanguage(stored)) return stored
  return browser.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage) ?? 'de'
}

async function load(): Promise<void> {
  let language: Language
  let names: readonly Section[]
  let parts: readonly object[]
  do {
    language = wanted
    names = [...sections]
    parts = await Promise.all([loadBase(language), ...names.map((name) => loadSection(language, name))])
  } while (language !== wanted || names.length !== sections.size)
  // Pages that read a section are rendered only after loadTexts.
  current = { language, messages: Object.assign({}, ...parts) as Messages }
  document.documentElement.lang = language
  for (const listener of listeners) listener()
}

/** Load the texts of the preferred language; the first render waits for it. */
export async function startLanguage(): Promise<void> {
  wanted = preferredLanguage(localStorage.getItem(KEY), navigator.languages)
  await load()
}

/** Add sections of the texts; the routes of the pages that read them wait for it. What fails can be tried again. */
export function loadTexts(...names: readonly Section[]): Promise<void> {
  const missing = names.filter((section) => !sections.has(section))
  if (missing.length === 0) return loading
  for (const section of missing) sections.add(section)
  const attempt = load().catch((error: unknown) => {
    for (const section of missing) sections.delete(section)
    if (loading === attempt) loading = Promise.resolve()
    throw error
  })
  loading = attempt
  return attempt
}

/** Switch the language at run time and keep the choice on this device. */
export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(KEY, language)
  wanted = language
  await load()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Language and texts now, for code outside components. Throws before startLanguage has resolved. */
export function currentLanguage(): { language: Language; messages: Messages } {
  if (!current) throw new Error('no language is loaded yet')
  return current
}

export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, () => currentLanguage().language)
}

/** All texts of the current language. */
export function useMessages(): Messages {
  return useSyncExternalStore(subscribe, () => currentLanguage().messages)
}
