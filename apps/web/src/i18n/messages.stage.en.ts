import type { StageMessages } from './messages.ts'
import { cockpit } from './messages/cockpit.en.ts'
import { create } from './messages/create.en.ts'
import { links } from './messages/links.en.ts'
import { plenary } from './messages/plenary.en.ts'
import { results } from './messages/results.en.ts'
import { runSheet } from './messages/runSheet.en.ts'
import { screen } from './messages/screen.en.ts'

/** English texts of cockpit, plenary, screen, results and creating. A new feature adds its import and name here, in both languages. */
export const stageMessages: StageMessages = { cockpit, create, links, plenary, results, runSheet, screen }
