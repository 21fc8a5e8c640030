import type { DemoFrame } from '../../DemoContent.ts'

/** Title, participants and talks of the day. */
export const frame: DemoFrame = {
  title: 'OZG marketing',
  organisations: [
    'State A',
    'State B',
    'State C',
    'State D',
    'State E',
    'State F',
    'State G',
    'State H',
    'State I',
    'State J',
    'Federal ministry 1',
    'Federal ministry 2',
  ],
  talks: [
    { organisation: 'Federal ministry 1', title: 'From going live to being used: what a shared brand can do' },
    { organisation: 'State B', title: 'Looking back on a state campaign: what worked and what did not' },
    { organisation: 'State A', title: 'Target groups first: how we get online services talked about' },
  ],
}
