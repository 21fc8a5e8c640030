import type { ReactNode } from 'react'
import { parseMarkdown, type Block, type Inline } from './parseMarkdown.ts'

/** Shows the small part of Markdown that legal texts need; nothing in it is ever read as HTML. */
export function Markdown({ text }: { text: string }) {
  return parseMarkdown(text).map((block, index) => <BlockView key={index} block={block} />)
}

function BlockView({ block }: { block: Block }): ReactNode {
  if (block.type === 'list') {
    return (
      <ul>
        {block.items.map((item, index) => (
          <li key={index}>
            <Inlines parts={item} />
          </li>
        ))}
      </ul>
    )
  }
  const Tag = block.type === 'paragraph' ? 'p' : (`h${block.level}` as const)
  return (
    <Tag>
      <Inlines parts={block.parts} />
    </Tag>
  )
}

function Inlines({ parts }: { parts: readonly Inline[] }): ReactNode {
  return parts.map((part, index) => {
    if (part.type === 'link') {
      return (
        <a key={index} href={part.href}>
          {part.text}
        </a>
      )
    }
    if (part.type === 'break') return <br key={index} />
    return part.type === 'bold' ? <strong key={index}>{part.text}</strong> : part.text
  })
}
