import type { RichText, TextRun } from '@tafelrunde/schema'
import { Fragment, memo, type ReactNode } from 'react'

/** Rich text as static markup; no editor is mounted for a note that nobody writes in. */
export const RichTextView = memo(function RichTextView({ text }: { text: RichText }) {
  return groupBullets(text).map((group, index) =>
    group.type === 'bullets' ? (
      <ul key={index} className="rich-bullets">
        {group.blocks.map((runs, at) => (
          <li key={at}>{renderRuns(runs)}</li>
        ))}
      </ul>
    ) : (
      <p key={index}>{renderRuns(group.runs)}</p>
    ),
  )
})

type Group =
  | { readonly type: 'paragraph'; readonly runs: readonly TextRun[] }
  | { readonly type: 'bullets'; readonly blocks: (readonly TextRun[])[] }

function groupBullets(text: RichText): readonly Group[] {
  const groups: Group[] = []
  for (const block of text) {
    const last = groups.at(-1)
    if (block.type === 'paragraph') groups.push({ type: 'paragraph', runs: block.runs })
    else if (last?.type === 'bullets') last.blocks.push(block.runs)
    else groups.push({ type: 'bullets', blocks: [block.runs] })
  }
  return groups
}

function renderRuns(runs: readonly TextRun[]): ReactNode {
  if (runs.length === 0) return <br />
  return runs.map((run, index) => <Fragment key={index}>{renderRun(run)}</Fragment>)
}

function renderRun(run: TextRun): ReactNode {
  let node: ReactNode = run.text
  if (run.bold) node = <strong>{node}</strong>
  if (run.italic) node = <em>{node}</em>
  if (run.href) node = <span className="rich-link">{node}</span>
  return node
}
