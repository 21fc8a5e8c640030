/** Texts for submitting recommendations on the board; loaded with that part. */
export const submission = {
  submit: 'Submit',
  show: 'Show',
  state: ({ submitted, count }: { submitted: number; count: number }) =>
    submitted === 0 ? 'Nothing submitted yet' : `${submitted} of ${count} submitted`,
  title: 'Submit recommendations to the plenary',
  showTitle: 'Submitted recommendations',
  hint: 'Each recommendation gets a code that stays. You can go on writing afterwards; the plenary then sees that something has changed.',
  submitCount: ({ count }: { count: number }) =>
    count === 0 ? 'Submit' : count === 1 ? 'Submit 1 recommendation' : `Submit ${count} recommendations`,
  submitted: ({ count }: { count: number }) =>
    count === 1 ? 'One recommendation is submitted.' : `${count} recommendations are submitted.`,
  untitled: 'Untitled: name it first, then submit',
  draft: 'Draft',
  since: ({ time }: { time: string }) => `submitted at ${time}`,
  withdraw: 'Withdraw',
  withdrawCode: ({ code }: { code: string }) => `Withdraw ${code}`,
  withdrawn: ({ code }: { code: string }) => `${code} is a draft again and keeps its code.`,
  withdrawnAt: ({ time }: { time: string }) => `withdrawn at ${time}`,
  close: 'Close',
  gone: 'That note is not on this board any more.',
}
