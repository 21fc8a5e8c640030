import { createContext } from 'react'
import type { Language } from '../../i18n/language.ts'

/** Language that the groups write in, for speech and hyphens; the labels around their texts follow the reader's. */
export const ContentLanguage = createContext<Language | undefined>(undefined)
