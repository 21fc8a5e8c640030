import '@fontsource-variable/atkinson-hyperlegible-next/index.css'
import './ui/tokens.css'
import './ui/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ensureStorage } from './api/ensureStorage.ts'
import { App } from './App.tsx'
import { startLanguage } from './i18n/language.ts'
import { keepFocus } from './ui/keepFocus.ts'
import { reloadForNewVersion } from './ui/reloadForNewVersion.ts'
import { startTheme } from './ui/theme.ts'

ensureStorage()
reloadForNewVersion()
startTheme()
keepFocus()
await startLanguage()

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
