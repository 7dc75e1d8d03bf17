import { parseHTML } from 'linkedom'

/** A paragraph, heading or list item of a page: its text in one line, and how much of it is the text of links. */
export type Block = { text: string; linked: number }

/** The blocks of an extracted article, in order; empty ones are left out. */
export function blocksOf(content: string): Block[] {
  const { document } = parseHTML(`<html><body>${content}</body></html>`)
  const blocks: Block[] = []
  let open = { text: '', linked: 0 }
  const close = () => {
    const text = open.text.replace(/\s+/g, ' ').trim()
    if (text !== '') blocks.push({ text, linked: Math.min(1, open.linked / text.length) })
    open = { text: '', linked: 0 }
  }
  const walk = (node: Node, inLink: boolean) => {
    if (node.nodeType === TEXT_NODE) {
      const text = node.textContent ?? ''
      open.text += text
      if (inLink) open.linked += text.trim().length
      return
    }
    const name = node.nodeName.toLowerCase()
    if (BLOCKS.has(name)) close()
    for (const child of node.childNodes) walk(child, inLink || name === 'a')
    if (BLOCKS.has(name)) close()
  }
  walk(document.body, false)
  close()
  return blocks
}

const TEXT_NODE = 3
const BLOCKS = new Set(
  'address article aside blockquote br dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table tbody td th thead tr ul'.split(
    ' ',
  ),
)
