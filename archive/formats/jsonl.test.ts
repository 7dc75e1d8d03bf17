import { expect, it } from 'vitest'
import { formatSuite, readAll } from './format-suite.ts'
import { jsonl } from './jsonl.ts'

const first = { title: 'Ferries', text: 'The ferries sail again.', outlet: 'Harbour Post' }
const second = { text: 'The lake is open again.', language: 'en' }

formatSuite(
  jsonl,
  {
    extension: '.jsonl',
    content: `${JSON.stringify({ id: 1, ...first, tags: ['sea'] })}\n\n${JSON.stringify({ ...second, title: null })}\n`,
    articles: [first, second],
  },
  {
    broken: {
      content: `${JSON.stringify(first)}\n{"text": "The rail\n${JSON.stringify(second)}`,
      line: 2,
      texts: [first.text, second.text],
    },
    header: '',
    record: `${JSON.stringify(first)}\n`,
  },
)

it('says which field of a record is wrong', async () => {
  const [record] = await readAll('{"title": "Ferries", "text": 7}', '.jsonl')
  expect(record).toMatchObject({ kind: 'fault', error: { message: expect.stringContaining('text') } })
})

it('takes a number for an id', async () => {
  const [record] = await readAll('{"id": 17, "text": "The ferries sail again."}', '.jsonl')
  expect(record).toMatchObject({ article: { id: '17' } })
})
