import { cockpit } from './messages/cockpit.de.ts'
import { create } from './messages/create.de.ts'
import { links } from './messages/links.de.ts'
import { plenary } from './messages/plenary.de.ts'
import { results } from './messages/results.de.ts'
import { runSheet } from './messages/runSheet.de.ts'
import { screen } from './messages/screen.de.ts'

/** German texts of cockpit, plenary, screen, results and creating. A new feature adds its import and name here, in both languages. */
export const stageMessages = { cockpit, create, links, plenary, results, runSheet, screen }
