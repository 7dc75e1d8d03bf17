import { expect, it } from 'vitest'
import { formatSuite, readAll } from './format-suite.ts'
import { markdown } from './markdown.ts'

const content = `---
title: Ferries sail again
outlet: Harbour Post
publishedAt: 2031-05-04
---

The ferry board met on *Monday*, after [three weeks](https://example.org) of talks.

> “We sail again,” said its chair, Ida Brandt.

- Two ships sail at once.
- The third follows in June.

![A ship](ship.png)
`

formatSuite(markdown, {
  extension: '.md',
  content,
  articles: [
    {
      title: 'Ferries sail again',
      outlet: 'Harbour Post',
      publishedAt: '2031-05-04',
      text: 'The ferry board met on Monday, after three weeks of talks.\n\n“We sail again,” said its chair, Ida Brandt.\n\nTwo ships sail at once.\n\nThe third follows in June.',
    },
  ],
})

it('takes a first heading for the title', async () => {
  const [record] = await readAll('# Ferries sail\n\nThey sail again.\n\n## In June\n\nAll three do.', '.md')
  expect(record).toMatchObject({
    article: { title: 'Ferries sail', text: 'They sail again.\n\nIn June\n\nAll three do.' },
  })
})

it('says which field of the front matter is wrong', async () => {
  const [record] = await readAll('---\ntitle: [1, 2]\n---\n\nThey sail again.', '.md')
  expect(record).toMatchObject({
    kind: 'fault',
    error: { code: 'RECORD_INVALID', message: expect.stringContaining('title') },
  })
})

it('keeps signs and entities as the author meant them', async () => {
  const [record] = await readAll('Fish & chips cost \\*4\\* &euro; < 5, said *Ada &amp; Son*.', '.md')
  expect(record).toMatchObject({ article: { text: 'Fish & chips cost *4* € < 5, said Ada & Son.' } })
})
