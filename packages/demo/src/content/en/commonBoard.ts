import type { DemoCommonBoard } from '../../DemoContent.ts'

/** What was collected on the common board during the three talks. */
export const commonBoard: DemoCommonBoard = {
  title: 'Harvest from the talks',
  harvest: [
    {
      fieldId: 'practice',
      talk: 0,
      text: 'One sign of recognition for all online services, whoever offers them',
      evidence: 'plausible',
    },
    {
      fieldId: 'practice',
      talk: 0,
      text: 'A kit of texts, photos and templates that every municipality may adapt freely',
    },
    {
      fieldId: 'practice',
      talk: 0,
      text: 'Before every campaign: does the service keep our promise? If not, fix it first',
    },
    {
      fieldId: 'practice',
      talk: 0,
      text: 'One short list of figures for all: visits, started and submitted applications',
      tags: ['figures'],
    },
    { fieldId: 'question', talk: 0, text: 'Who pays for looking after the shared brand once the project ends?' },
    { fieldId: 'question', talk: 0, text: 'How do we keep state brands and the shared brand from competing?' },
    {
      fieldId: 'question',
      talk: 0,
      text: 'May we compare usage figures between the states and show them?',
      tags: ['figures'],
    },
    {
      fieldId: 'practice',
      talk: 1,
      text: 'Advertise the occasion, not the service: “Just moved?” beats “Electronic residence registration”',
      evidence: 'proven',
    },
    {
      fieldId: 'practice',
      talk: 1,
      text: 'Posters in the waiting area of citizens’ offices: “Next time from home”',
      evidence: 'plausible',
    },
    {
      fieldId: 'practice',
      talk: 1,
      text: 'Two cities first, then the whole state: tested motifs small and dropped the weak ones',
    },
    {
      fieldId: 'practice',
      talk: 1,
      text: 'A QR code on every notice that leads to the matching follow-up application',
    },
    {
      fieldId: 'practice',
      talk: 1,
      text: 'District press offices got ready-made releases with gaps for local figures',
    },
    { fieldId: 'question', talk: 1, text: 'How long does the effect last once the ads have stopped?' },
    {
      fieldId: 'question',
      talk: 1,
      text: 'What does one more online application really cost in the end?',
      tags: ['figures'],
    },
    { fieldId: 'question', talk: 1, text: 'How do we reach people who follow no public-sector channel?' },
    {
      fieldId: 'practice',
      talk: 2,
      text: 'Staff are the first target group: those who have tried the service recommend it',
      evidence: 'plausible',
    },
    {
      fieldId: 'practice',
      talk: 2,
      text: 'Eight interviews per target group were enough to drop half of our assumptions',
      evidence: 'proven',
    },
    {
      fieldId: 'practice',
      talk: 2,
      text: 'One fact sheet per service: for whom, what it brings, what to have at hand',
    },
    { fieldId: 'practice', talk: 2, text: 'Service line and editors compare the most frequent questions every week' },
    {
      fieldId: 'question',
      talk: 2,
      text: 'How do small municipalities without a press office get ready-made material?',
    },
    { fieldId: 'question', talk: 2, text: 'How do we speak to people who have had bad experiences with authorities?' },
    { fieldId: 'question', talk: 2, text: 'At which degree of maturity is a service worth advertising?' },
  ],
  freeNotes: [
    {
      text: 'Modelled on the workshop of 3 March 2022: four hours, digital. Everything written here is made up',
      x: 600,
      y: 50,
      colour: 'stone',
    },
    { text: 'Parking lot: social media needs a session of its own', x: 40, y: 40, colour: 'sky' },
    { text: 'Note for 28 April: invite municipalities early', x: 320, y: 60, colour: 'sage' },
  ],
}
