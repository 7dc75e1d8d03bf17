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

it('says in plain words which field is missing or wrong', async () => {
  const records = await readAll('{"title": "Ferries"}\n{"text": 7}\n[1]', '.jsonl')
  expect(records.map((record) => record.kind === 'fault' && record.error.message)).toEqual([
    'The record is not an article (text is missing)',
    expect.stringContaining('(text is not as it must be: '),
    'The record is not an article (it is no object with fields)',
  ])
})

it('keeps a language tag, and leaves one that is none to be detected', async () => {
  const records = await readAll(
    '{"text": "Hola.", "language": "es-mx"}\n{"text": "Hello.", "language": "english"}',
    '.jsonl',
  )
  expect(records.map((record) => record.kind === 'article' && record.article.language)).toEqual(['es-MX', undefined])
})
