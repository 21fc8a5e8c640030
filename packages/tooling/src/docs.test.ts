import { existsSync } from 'node:fs'
import { glob, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../../..')
const PATH_IN_CODE = /`((?:apps|packages|docs|\.ci)\/[^`\s<>{}*]+)`/g
const LINK = /\]\((?!https?:|#)([^)#\s]+)/g

const pages: string[] = []
for await (const page of glob(['*.md', 'docs/**/*.md'], { cwd: ROOT })) pages.push(page)

describe('the documentation', () => {
  it.each(pages)('%s names only files that are there', async (page) => {
    const text = await readFile(join(ROOT, page), 'utf8')
    const named = [...text.matchAll(PATH_IN_CODE)].map(([, path = '']) => path)
    const linked = [...text.matchAll(LINK)].map(([, path = '']) => join(dirname(page), path))
    expect([...named, ...linked].filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
  })

  it('has pages', () => {
    expect(pages.length).toBeGreaterThan(8)
  })
})
