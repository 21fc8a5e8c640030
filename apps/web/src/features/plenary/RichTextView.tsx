import type { RichText, TextRun } from '@tafelrunde/schema/plain'
import { use } from 'react'
import { ContentLanguage } from './ContentLanguage.ts'

/** Rich text to read; bullets that follow one another are one list. */
export function RichTextView({ text }: { text: RichText }) {
  const lang = use(ContentLanguage)
  const groups: { type: 'paragraph' | 'bullet'; blocks: RichText[number][] }[] = []
  for (const block of text) {
    const last = groups.at(-1)
    if (block.type === 'bullet' && last?.type === 'bullet') last.blocks.push(block)
    else groups.push({ type: block.type, blocks: [block] })
  }
  return groups.map((group, index) =>
    group.type === 'bullet' ? (
      <ul key={index} className="rich-text-list" lang={lang}>
        {group.blocks.map((block, at) => (
          <li key={at}>
            <Runs runs={block.runs} />
          </li>
        ))}
      </ul>
    ) : (
      <p key={index} lang={lang}>
        <Runs runs={group.blocks[0]?.runs ?? []} />
      </p>
    ),
  )
}

function Runs({ runs }: { runs: readonly TextRun[] }) {
  return runs.map((run, index) => <Run key={index} run={run} />)
}

function Run({ run }: { run: TextRun }) {
  const italic = run.italic ? <em>{run.text}</em> : run.text
  const text = run.bold ? <strong>{italic}</strong> : italic
  if (!run.href) return text
  return (
    <a href={run.href} target="_blank" rel="noreferrer noopener">
      {text}
    </a>
  )
}
