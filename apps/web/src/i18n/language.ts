import { useSyncExternalStore } from 'react'
import { loadBase, loadWork, type Messages } from './messages.ts'

export const LANGUAGES = ['de', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

const KEY = 'tafelrunde.language'
const listeners = new Set<() => void>()
let current: { language: Language; messages: Messages } | undefined
let hasWorkTexts = false
let workTexts: Promise<void> | undefined

function isLanguage(value: unknown): value is Language {
  return value === 'de' || value === 'en'
}

/** The person's choice, else the first of the browser's languages that we speak, else German. */
export function preferredLanguage(stored: string | null, browser: readonly string[]): Language {
  if (isLanguage(stored)) return stored
  return browser.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage) ?? 'de'
}

async function show(language: Language): Promise<void> {
  const [base, work] = await Promise.all([loadBase(language), hasWorkTexts ? loadWork(language) : {}])
  // Pages that read the working texts are rendered only after loadWorkTexts.
  current = { language, messages: { ...base, ...work } as Messages }
  document.documentElement.lang = language
  for (const listener of listeners) listener()
}

/** Load the texts of the preferred language; the first render waits for it. */
export async function startLanguage(): Promise<void> {
  await show(preferredLanguage(localStorage.getItem(KEY), navigator.languages))
}

/** Add the texts of the working places; their routes wait for it. */
export function loadWorkTexts(): Promise<void> {
  hasWorkTexts = true
  workTexts ??= show(currentLanguage().language)
  return workTexts
}

/** Switch the language at run time and keep the choice on this device. */
export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(KEY, language)
  await show(language)
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
