import type { RehearsalMessages } from '../messages.ts'

export const rehearsal: RehearsalMessages['rehearsal'] = {
  title: 'Check the plan',
  planTitle: 'Check of the plan',
  explain:
    'We look at run sheet, groups, seats and links, and tell you where things might get stuck on the day. Nothing is changed.',
  again: 'Check again',
  checking: 'Checking …',
  failed: ({ problem }) => `The check did not work. ${problem}`,
  sound: 'The plan is sound',
  soundExplain: 'We have found nothing that would hold you up. Have a good workshop!',
  soundButHints: 'Nothing of it will hold you up. We have a few thoughts for your preparation.',
  summary: ({ blocks, warns, hints }) =>
    `Checked. Cannot work like this: ${blocks}. People may stumble: ${warns}. Worth a thought: ${hints}.`,
  trial: {
    title: 'Rehearsal',
    explain:
      'Invented participants go through your run sheet in two or three minutes: they write, vote, call for help, lose the network and come back. That happens on a copy, which is deleted afterwards. Your workshop stays as it is.',
    start: 'Start the rehearsal',
    again: 'Rehearse again',
    stop: 'Stop the rehearsal',
    phases: {
      arriving: 'The invented participants are coming in …',
      ending: 'The workshop is being closed and the results are looked at …',
      over: 'The rehearsal is over.',
    },
    stepOf: ({ number, steps, title }) => `Step ${number} of ${steps}: ${title}`,
    counts: ({ people, notes, recommendations, ballots, calls, returns }) =>
      `People: ${people} · Notes: ${notes} · Recommendations: ${recommendations} · Ballots: ${ballots} · Signals to the moderators: ${calls} · Network lost and back: ${returns}`,
    smooth: 'Everybody came through. Nobody stumbled over anything.',
    stumbled: ({ count }) => (count === 1 ? 'Somebody stumbled over this:' : `Somebody stumbled over ${count} things:`),
    stopped: ({ step, steps }) => `Stopped at step ${step} of ${steps}. The rest was not tried out.`,
    broke: ({ problem }) => `The rehearsal broke off. ${problem}`,
  },
  severities: {
    blocks: 'This cannot work',
    warns: 'People may stumble here',
    hint: 'Worth a thought',
  },
  severityHints: {
    blocks: 'Please change it before the workshop; on the day you would get stuck here.',
    warns: 'Things go on, but somebody will have to ask.',
    hint: 'Often meant that way. Then all is well.',
  },
  step: ({ number, title }) => `Step ${number}: ${title}`,
  untitled: 'untitled',
  mend: {
    steps: 'Change the run sheet',
    workshop: 'Change the workshop',
    groups: 'Change groups',
    people: 'Look at seats',
    links: 'Look at links',
    board: 'Go to the board',
  },
  mendAt: ({ mend, place }) => (place === '' ? mend : `${mend} (${place})`),
  problems: {
    'step.untitled': 'The step has no title. In the run sheet nobody knows what it is.',
    'step.withoutInstruction':
      'People write or vote here, but their board does not say what to do. One sentence is enough.',
    'step.silent': 'There is nothing to write in this step and nothing to read. What is happening?',
    'step.emptyPart': ({ part }) => `Part ${part} has neither a title nor an instruction.`,
    'step.sameTitle': 'An earlier step has the same title. In the run sheet both are hard to tell apart.',
    'plan.empty': 'There are no steps. Everybody may do everything all the time, and no board says what to do.',
    'step.withoutTime': ({ parts }) =>
      parts > 0
        ? `The step has 0 minutes, its parts take ${parts} together. Without minutes no clock runs.`
        : 'The step has 0 minutes. Without minutes it does not end softly, and its parts do not change.',
    'step.partsDiffer': ({ parts, minutes }) => `The parts take ${parts} minutes together, the step ${minutes}.`,
    'plan.tooLong': ({ minutes, over }) =>
      `The steps take ${minutes} minutes together. That is ${over} more than the workshop has.`,
    'plan.noBreak': ({ minutes }) =>
      `From here on people work for ${minutes} minutes without a pause. Would a break do them good?`,
    'step.withoutGroups': 'People are to write on the boards of their groups, but there are no groups yet.',
    'hidden.withoutNotes': 'People are to write hidden here, but notes are not allowed.',
    'hidden.neverShown':
      'After the hidden writing no step looks at the notes. What you do not reveal is deleted at the end.',
    'vote.withoutQuestion': 'The vote asks no question.',
    'vote.tooFewOptions': 'The vote is on options of your own, but there are fewer than two.',
    'vote.fieldMissing':
      'The vote is on the notes of a field that is on none of these boards. There would be nothing to choose from.',
    'vote.withoutNotes': 'The vote is on notes, but by then nobody could have written any on these boards.',
    'vote.withoutRecommendations': 'The vote is on recommendations, but by then nobody could have written any.',
    'vote.figuresDisagree': ({ votes, most }) =>
      `Each person has ${votes} votes, but ${most} may go to one option. These do not go together.`,
    'screen.withoutVote': 'The screen is to show a vote, but none is planned up to then.',
    'screen.plenaryClosed':
      'The screen shows the plenary, but it is closed on people’s own devices. Who is not in the room sees nothing.',
    'screen.beforeGroupWork':
      'The screen shows what the groups have found, but they begin only later. It would stay empty.',
    'screen.beforeRecommendations':
      'The screen shows recommendations, but by then nobody could have written any. It would stay empty.',
    'board.unreadable': 'The board of this group cannot be opened. Please tell the people who run the server.',
    'group.withoutCanvas': 'When the group work begins, there is no canvas on this board yet.',
    'group.withoutTask':
      'This group has neither a target group nor a topic, and its canvas has no title. What is it to work on?',
    'group.sameName': ({ count }) => `${count} groups have this name. People will mix them up.`,
    'talks.none': 'The common board is prepared for the harvest of talks, but no talk is entered.',
    'people.tooMany': ({ people, places }) => `There are ${people} people, but only ${places} places in all groups.`,
    'group.overfull': ({ people, places }) =>
      `${people} people are in this group or meant to be, and it has ${places} places.`,
    'group.empty': 'Nobody is in this group yet, while others have people.',
    'team.single': 'You moderate alone. With two, one can look after calls for help and technology.',
    'link.noWayIn': 'There is no valid link for participants. Nobody can come in.',
    'group.noWayIn': 'There are only links for single groups, and there is no valid one for this group.',
    'link.expiresEarly':
      'The link for participants expires before the workshop is over. Whoever comes late stands outside.',
    'link.noScreen': 'There is no valid link for the screen. Without a projector you need none.',
    'people.keptOut': ({ people, of }) =>
      `${people} of ${of} did not get in with the link. Please tell whoever looks after the server.`,
    'people.withoutGroup': ({ people, of }) =>
      `${people} of ${of} had no group in the end. Are there enough places, and does nobody stand on the list twice?`,
    'group.unreached': ({ people }) =>
      `${people} were expected here, and nobody arrived. Where does the list send these people?`,
    'board.unreachable': ({ people, of, seconds }) =>
      `For ${people} of ${of} the board did not open within ${seconds} seconds. Please tell whoever looks after the server.`,
    'step.notStarted': 'The step could not be started. Please tell whoever looks after the server.',
    'notes.refused': ({ people }) => `People are to write here, but none of the ${people} could. Is the board locked?`,
    'notes.onlyBeside':
      'This board has no field for notes. Everybody wrote beside the canvas. Will you add one beforehand?',
    'recommendations.refused': ({ people }) =>
      `Recommendations are to be written here, but none of the ${people} could write one. Is the board locked?`,
    'edits.unsaved': ({ people, seconds }) =>
      `For ${people}, what they wrote was not saved after ${seconds} seconds. Is the server overloaded? Please tell whoever looks after it.`,
    'text.lost': ({ texts }) =>
      `What somebody wrote without a network was not there afterwards (${texts}). Please tell whoever looks after the server.`,
    'hidden.nothing': 'There was not a single hidden note to show. May anybody write notes in this step?',
    'hidden.missing': ({ written, shown }) =>
      `${written} notes were written hidden, ${shown} were shown. Please tell whoever looks after the server.`,
    'vote.nothing':
      'When the vote was to begin there was nothing to choose from. Does anybody write into the field that is voted on?',
    'vote.single': 'There was only one thing to vote on. That leaves nothing to decide.',
    'vote.notOpened':
      'The vote could not be opened. Are there more than 500 notes to choose from? Then choose one field.',
    'vote.nobody': ({ people }) => `None of the ${people} people could vote. Does the vote fit what is on the boards?`,
    'vote.groupLeftOut': 'This group had nothing to vote on, others had. Can it write something by then?',
    'winners.refused':
      'What has won could not be taken over. Is the board of a group locked, or are there too many canvases on it?',
    'help.unseen': ({ seconds }) =>
      `A call for help of this group was not in the cockpit after ${seconds} seconds. Please tell whoever looks after the server.`,
    'ready.unseen': ({ seconds }) =>
      `The group said that it was ready. After ${seconds} seconds it was not in the cockpit. Please tell whoever looks after the server.`,
    'screen.empty':
      'There was nothing to see on the screen in this step. Choose another view, or move the step further back?',
    'plenary.empty': 'The step opens the plenary to everybody, but nothing was in it yet. Should it open later?',
    'plenary.refused':
      'The step opens the plenary to everybody, but it stayed closed. Please tell whoever looks after the server.',
    'end.open': ({ boards }) =>
      `After closing, boards could still be written on (${boards}). Please tell whoever looks after the server.`,
    'export.missing': ({ missing, of }) =>
      `The results lack ${missing} of ${of} texts. Please tell whoever looks after the server.`,
  },
}
