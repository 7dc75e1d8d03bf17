import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseHTML } from 'linkedom'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { readGold } from '../../evals/gold/read-gold.ts'
import { type GoldRun, runOnGold } from '../../evals/run-gold.ts'
import { compareRuns, toSaved } from '../../evals/saved-run.ts'
import { bareAnalysis } from '../../evals/systems/bare-analysis.ts'
import { lead } from '../../evals/systems/lead.ts'
import { oracle } from '../../evals/systems/oracle.ts'
import type { System } from '../../evals/systems/system.ts'
import type { Analysis } from '../../pipeline/schema/analysis.ts'
import { evidenceOf } from '../../pipeline/schema/span.ts'
import type { Outcome } from '../eval-outcome.ts'
import { writeScoreReport } from './write-score-report.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'standpoint-scores-'))
})
afterEach(() => rm(folder, { recursive: true }))

const TEXT = 'Ann Finch backs the new quay. Bob Reed fights it. "It is too dear," said Bob Reed.'

describe('the page of scores', () => {
  it('lights what was found, what was missed, and what was taken for something', async () => {
    const document = await pageOf(await runOnGold(guessing('support'), await goldOf(TEXT)))
    const lit = (name: string) =>
      [...document.querySelectorAll(`.text .${name}`)].map((one) => one.textContent).join('')
    expect(lit('hit')).toContain('backs the new quay')
    expect(lit('miss')).toContain('It is too dear')
    expect(lit('wrong')).toContain('Bob Reed fights it')
  })

  it('names a reversed stance so', async () => {
    const document = await pageOf(await runOnGold(guessing('support'), await goldOf(TEXT)))
    const rows = [...document.querySelectorAll('tr.reversed')].map((row) => row.textContent)
    expect(rows).toEqual([expect.stringContaining('Bob Reed')])
    expect(rows[0]).toContain('opposesupport reversed')
  })

  it('tells what is marked in the text: a stance, a reaction or a name, and whether it is right', async () => {
    const document = await pageOf(await runOnGold(guessing('support'), await goldOf(TEXT)))
    const tagged = [...document.querySelectorAll('.text [data-tag]')]
    expect(tagged.map((one) => [one.textContent.split(' ')[0], one.getAttribute('data-tag')])).toEqual([
      ['backs', 'S✓'],
      ['Bob', 'S≠'],
      ['It', 'R✗'],
      ['said', 'R✗'],
    ])
  })

  it('shows the main issue of gold and that of the system', async () => {
    const document = await pageOf(await runOnGold(lead, await goldOf(TEXT)))
    const [, table = ''] = document.querySelector('.analysis')?.textContent.split('Main issue') ?? []
    expect(table).toContain('The town builds a new quay.')
    expect(table).toContain('Ann Finch backs the new quay.')
  })

  it('leads from every line to words of the article', async () => {
    const document = await pageOf(await runOnGold(lead, await goldOf(TEXT)))
    const targets = [...document.querySelectorAll('.analysis a')].map((line) => line.getAttribute('href') ?? '')
    expect(targets.length).toBeGreaterThan(4)
    expect(targets.filter((target) => document.querySelector(target) === null)).toEqual([])
  })

  it('shows a single reversed stance in the full colour of an error, and tells what the colours mean', async () => {
    const document = await pageOf(await runOnGold(guessing('support'), await goldOf(TEXT)))
    const fills = [...document.querySelectorAll('[aria-label^="Stances of"] rect[fill="var(--cell-reversed)"]')]
    expect(fills.map((cell) => Number(cell.getAttribute('fill-opacity') ?? 1)).sort()).toEqual([0, 1])
    expect(document.querySelector('.legend .cell-reversed')?.textContent).toContain('support for oppose')
  })

  it('keeps articles of one title apart, and cuts no letter of a title in two', async () => {
    const title = `x${'🛶'.repeat(100)}`
    const gold = await goldOf(TEXT, title)
    const twins = gold.flatMap((one) => [one, { ...one, id: 'two' }])
    const document = await pageOf(await runOnGold(guessing('support'), twins))
    const names = [...document.querySelectorAll('[aria-label^="What is wrong"] text')]
      .map(({ textContent }) => textContent)
      .filter((text) => text.includes('🛶'))
    expect(names).toHaveLength(2)
    expect(names.map((name) => [name.isWellFormed(), name.includes('🛶… · ')])).toEqual([
      [true, true],
      [true, true],
    ])
  })

  it('explains the words for what makes its articles hard, and no others', async () => {
    const [one] = await goldOf(TEXT)
    const gold = one === undefined ? [] : [{ ...one, hard: ['metonymy'] }]
    const document = await pageOf(await runOnGold(lead, gold))
    expect([...document.querySelectorAll('dt')].map((term) => term.textContent)).toEqual(['metonymy'])
    expect(document.querySelector('dd')?.textContent).toContain('a capital for its government')
  })

  it('counts the labels of gold against those of the system', async () => {
    const document = await pageOf(await runOnGold(guessing('support'), await goldOf(TEXT)))
    const titles = [...document.querySelectorAll('svg title')].map((title) => title.textContent)
    expect(titles).toContain('1 that gold calls support and the system support')
    expect(titles).toContain('1 that gold calls oppose and the system support')
  })

  it('draws a curve where a system tells how sure it is', async () => {
    const gold = await goldOf(TEXT)
    const plain = await pageOf(await runOnGold(guessing('support'), gold))
    const sure = await pageOf(await runOnGold(guessing('support', [0.9, 0.6]), gold))
    const lines = (document: Document) =>
      document.querySelectorAll('svg[aria-label^="Accuracy of stances"] path[stroke^="var(--system"]').length
    expect([lines(plain), lines(sure)]).toEqual([0, 1])
  })

  it('counts the same stances in the curve and in its point: those that are not unstated', async () => {
    const unsure: System = {
      ...guessing('support', [0.9, 0.6]),
      async analyse(reading, about) {
        const analysis = await guessing('support', [0.9, 0.6]).analyse(reading, about)
        const [first, ...rest] = analysis.stances
        const stances =
          first === undefined ? [] : [first, ...rest.map((one) => ({ ...one, label: 'unstated' as const }))]
        return { ...analysis, stances }
      },
    }
    const document = await pageOf(await runOnGold(unsure, await goldOf(TEXT)))
    const chart = document.querySelector('svg[aria-label^="Accuracy of stances"]')
    const curve = chart?.querySelector('path[stroke^="var(--system"]:not([transform])')?.getAttribute('d') ?? ''
    const point = chart?.querySelector('path[transform][fill^="var(--system"]')?.getAttribute('transform')
    expect(point).toBe(`translate(${curve.match(/[\d.]+,[\d.]+/g)?.at(-1)})`)
  })

  it('shows how much changes when asked twice, and the marks of a judge', async () => {
    const run = await runOnGold(lead, await goldOf(TEXT))
    const flips = [{ name: 'flip-stance', value: 0.25, cases: 1 }]
    const judged = {
      model: 'wise',
      systems: [{ system: 'lead-3', scores: [{ name: 'judge-coverage', value: 3.5, cases: 1 }] }],
    }
    const plain = (await pageOf(run)).querySelector('main')?.textContent ?? ''
    const full = (await pageOf(run, { flips, judged })).querySelector('main')?.textContent ?? ''
    for (const shown of [/Stances changed.*25\.0 %/, /the model wise/, /1 to 5.*3\.50/]) {
      expect([shown.test(plain), shown.test(full)]).toEqual([false, true])
    }
  })

  it('shows what differs from another run', async () => {
    const gold = await readGold({ halves: ['development'] })
    const [before, after] = [await runOnGold(lead, gold), await runOnGold(oracle, gold)]
    const document = await pageOf(after, { before })
    expect(document.querySelector('main')?.textContent).toContain('This run compared with the floor')
    expect(document.querySelector('main')?.textContent).toContain('Stance macro-F1: better')
  })

  it('makes no element of what an article or a system says', async () => {
    const attack = `"><img src=x onerror=steal()><script>steal()</script>`
    const gold = await goldOf(`${TEXT} ${attack}`, attack)
    const document = await pageOf(await runOnGold({ ...guessing('support'), name: attack }, gold))
    expect(document.querySelectorAll('script')).toHaveLength(1)
    expect(document.querySelectorAll('img, [onerror], [onload]')).toHaveLength(0)
    expect(document.querySelector('.text')?.textContent).toContain(attack)
  })
})

async function goldOf(text: string, title = 'Quay') {
  const summary = 'A new quay divides the town: Ann Finch backs it and Bob Reed fights it.'
  const annotation = {
    title,
    language: 'en',
    hard: [],
    actors: {
      finch: { name: 'Ann Finch', kind: 'person', aliases: [] },
      reed: { name: 'Bob Reed', kind: 'person', aliases: [] },
    },
    issues: { main: { statement: 'The town builds a new quay.', evidence: 'the new quay' } },
    stances: [
      { actor: 'finch', target: 'main', label: 'support', voice: 'self', evidence: ['backs the new quay'] },
      { actor: 'reed', target: 'main', label: 'oppose', voice: 'self', evidence: ['Bob Reed fights it'] },
    ],
    reactions: [
      {
        actor: 'reed',
        kind: 'criticism',
        polarity: 'negative',
        target: 'main',
        cue: 'said',
        quote: 'It is too dear,',
        evidence: ['said Bob Reed'],
      },
    ],
    summaries: [summary, summary],
    facts: [1, 2, 3, 4].map((number) => ({ fact: `Fact ${number}`, holds: [`quay ${number}`] })),
  }
  await writeFile(join(folder, 'one.txt'), text)
  await writeFile(join(folder, 'one.yaml'), stringify(annotation))
  return readGold({ folder })
}

/** Finds both actors, gives both one label, and sees no reaction. */
function guessing(label: 'support' | 'oppose', confidences: readonly number[] = []): System {
  return {
    name: 'guessing',
    async analyse(reading): Promise<Analysis> {
      const { text } = reading.article
      const evidence = (words: string) => {
        const start = text.indexOf(words)
        return evidenceOf(text, reading.sentences, { start, end: start + words.length })
      }
      const names = ['Ann Finch', 'Bob Reed']
      const bare = bareAnalysis(reading, 'guessing')
      return {
        ...bare,
        actors: names.map((name, index) => ({
          id: `a${index + 1}`,
          name,
          kind: 'person',
          aliases: [],
          mentions: [evidence(name)],
        })),
        stances: names.map((name, index) => ({
          id: `s${index + 1}`,
          actor: `a${index + 1}`,
          target: bare.mainIssue,
          label,
          voice: 'self',
          evidence: [evidence(name)],
          ...(confidences[index] !== undefined && { confidence: { value: confidences[index], calibrated: false } }),
        })),
      }
    },
  }
}

type More = Pick<Outcome, 'flips' | 'judged'> & { before?: GoldRun }

async function pageOf(mine: GoldRun, { before, ...more }: More = {}): Promise<Document> {
  const path = join(folder, 'scores.html')
  const title = 'This run compared with the floor'
  const compared = before ? [{ title, ...compareRuns(toSaved(before), mine) }] : []
  await writeScoreReport({ mine, runs: [mine], compared, about: 'Articles', ...more }, path)
  return parseHTML(await readFile(path, 'utf8')).document
}
