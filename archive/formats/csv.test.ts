import { expect, it } from 'vitest'
import { csv } from './csv.ts'
import { formatSuite, readAll } from './format-suite.ts'

formatSuite(
  csv,
  {
    extension: '.csv',
    content:
      'id,Title,text,PublishedAt,score\n1,Ferries,"The ferries ""sail"",\nagain.",2031-05-04,7\n2,,The lake is open.,,\n',
    articles: [
      { title: 'Ferries', text: 'The ferries "sail",\nagain.', publishedAt: '2031-05-04' },
      { text: 'The lake is open.' },
    ],
  },
  {
    broken: {
      content: 'title,text\nFerries,The ferries sail.\nRail,\nLake,The lake is open.\n',
      line: 3,
      texts: ['The ferries sail.', 'The lake is open.'],
    },
    header: 'title,text\n',
    record: 'Ferries,The ferries sail again.\n',
  },
)

it('reads tabs in a .tsv', async () => {
  const [record] = await readAll('title\ttext\nFerries\tThey sail, again.', '.tsv')
  expect(record).toMatchObject({ article: { title: 'Ferries', text: 'They sail, again.' } })
})

it.each([';', '\t'])('finds the delimiter %j by itself', async (mark) => {
  const records = await readAll(`title${mark}text\nFerries${mark}"They sail, again."`, '.csv')
  expect(records).toMatchObject([{ article: { title: 'Ferries', text: 'They sail, again.' } }])
})

it('names the columns of a table without a text', async () => {
  const records = await readAll('title;body\nFerries;They sail.', '.csv')
  expect(records).toMatchObject([{ kind: 'fault', error: { message: expect.stringContaining('"title", "body"') } }])
})

it('says in which line a table breaks off', async () => {
  const records = await readAll('title,text\nFerries,They sail.\nRail,"It does not\nLake,It is open.\n', '.csv')
  expect(records).toMatchObject([
    { kind: 'article' },
    { kind: 'fault', id: 'news.csv:3', error: { code: 'RECORD_INVALID' } },
  ])
})

it('spoils one row only where a field is not UTF-8', async () => {
  const table = Buffer.concat([
    Buffer.from('text\nThe lake is open.\nCaf'),
    Buffer.from([0xe9]),
    Buffer.from('\nAll well.\n'),
  ])
  const records = await readAll(table, '.csv')
  expect(records).toMatchObject([
    { article: { text: 'The lake is open.' } },
    { kind: 'fault', id: 'news.csv:3', error: { code: 'ARTICLE_ENCODING' } },
    { article: { text: 'All well.' } },
  ])
})
