import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readGold } from '../../../evals/gold/read-gold.ts'
import { runOnGold } from '../../../evals/run-gold.ts'
import { read } from '../../../pipeline/rules/read.ts'
import { Analysis } from '../../../pipeline/schema/analysis.ts'
import type { Reading } from '../../../pipeline/schema/reading.ts'
import { toArticle } from '../../../pipeline/text/article.ts'
import { mapRival, type Rival } from './map-rival.ts'
import { rivalCounters, rivalSystem } from './rival-system.ts'

// All raw outputs here are written by hand, in the form of the two scripts: no model and no rival made them.

const TEXT = [
  'Arlo will close Mill Bridge to cars from May.',
  '“It gives the river back to people,” said Mayor Ines Tol.',
  'Shop owner Rui Sand called the plan “a slow funeral for this street”.',
  'The bus company Veras warned that its drivers could not turn there.',
].join(' ')

const DOCETL = {
  actors: [
    { name: 'Ines Tol', kind: 'person', aliases: ['Tol'] },
    { name: 'Rui Sand', kind: 'person', aliases: [] },
    { name: 'Veras', kind: 'company', aliases: 'bus company, Veras' },
  ],
  main_issue: 'Arlo closes Mill Bridge to cars.',
  stances: [
    { actor: 'ines tol', label: 'support', evidence: '"It gives the river back to people,"' },
    { actor: 'Mr Sand', label: 'Opposed', evidence: 'He hates the plan.' },
  ],
  reactions: [
    { speaker: 'Tol', quote: 'It gives the river back to people,', evidence: '', kind: 'praise', polarity: 'positive' },
    {
      speaker: 'Veras',
      quote: '',
      evidence: 'The bus company Veras warned that its drivers could not turn there.',
      kind: 'warning',
      polarity: 'negative',
    },
  ],
  summary: 'Arlo closes Mill Bridge to cars. Rui Sand objects.',
  key_points: ['It closes from May.'],
}

describe("mapping DocETL's output", () => {
  const { analysis, counters } = map('docetl', DOCETL)

  it('places evidence whose quotation marks were typed straight', () => {
    expect(stanceOf('Ines Tol').evidence.map(({ text }) => text)).toEqual(['“It gives the river back to people,”'])
  })

  it('keeps a label whose evidence is not in the article, at the first mention of its actor', () => {
    expect(stanceOf('Rui Sand')).toMatchObject({ label: 'oppose', evidence: [{ text: 'Rui Sand' }] })
    expect(counters).toMatchObject({ evidence: 3, evidenceNotVerbatim: 1, evidencePlacedByRival: 0 })
  })

  it('gives an actor without a stance the label unstated', () => {
    expect(stanceOf('Veras')).toMatchObject({ label: 'unstated', evidence: [] })
  })

  it('reads labels outside the lists as the nearest one, and counts them', () => {
    expect(analysis.actors.map(({ kind }) => kind)).toEqual(['person', 'person', 'organization'])
    expect(analysis.reactions.map(({ kind }) => kind)).toEqual(['praise', 'concern'])
    expect(counters.labelsOutsideList).toBe(3)
  })

  it('makes a quote a span of the article', () => {
    const [reaction] = analysis.reactions
    expect(TEXT.slice(reaction?.quote?.start, reaction?.quote?.end)).toBe('It gives the river back to people,')
    expect(counters).toMatchObject({ quotes: 1, quotesNotVerbatim: 0 })
  })

  it('cuts the summary into its sentences', () => {
    expect(analysis.summary.brief.map(({ text }) => text)).toEqual([
      'Arlo closes Mill Bridge to cars.',
      'Rui Sand objects.',
    ])
  })

  function stanceOf(name: string) {
    const id = analysis.actors.find((actor) => actor.name === name)?.id
    const stance = analysis.stances.find(({ actor }) => actor === id)
    if (stance === undefined) throw new Error(`${name} has no stance`)
    return stance
  }
})

describe("mapping LangExtract's output", () => {
  const reaction = (text: string, interval: [number, number] | null) => ({
    extractions: [
      { class: 'actor', text: 'Rui Sand', attributes: { kind: 'person', aliases: [] }, interval: null },
      {
        class: 'reaction',
        text,
        attributes: { speaker: 'Rui Sand', kind: 'criticism', polarity: 'negative' },
        interval,
      },
    ],
  })

  it('takes words between quotation marks as the quote', () => {
    const { analysis, counters } = map(
      'langextract',
      reaction('called the plan "a slow funeral for this street"', null),
    )
    expect(analysis.reactions[0]?.quote?.text).toBe('a slow funeral for this street')
    expect(counters).toMatchObject({ quotes: 1, quotesNotVerbatim: 0 })
  })

  it('does not mind a comma that the model set behind the words', () => {
    const { counters } = map('langextract', reaction('warned that its drivers could not turn,', null))
    expect(counters).toMatchObject({ evidence: 1, evidenceNotVerbatim: 0 })
  })

  it("takes the rival's own place where its words are not in the article", () => {
    const start = TEXT.indexOf('a slow')
    const { analysis, counters } = map('langextract', reaction('a slow burial of this street', [start, start + 30]))
    expect(analysis.reactions[0]?.quote?.text).toBe('a slow funeral for this street')
    expect(counters).toMatchObject({ quotesNotVerbatim: 1, evidenceNotVerbatim: 1, evidencePlacedByRival: 1 })
  })

  it('counts places in code points, as Python does', () => {
    const text = `A \u{1F6A2} came. Rui Sand called the plan “a slow funeral”.`
    const start = [...text].findIndex((_, index) => [...text].slice(index).join('').startsWith('a slow'))
    const { analysis } = map('langextract', reaction('slow burial', [start, start + 14]), text)
    expect(analysis.reactions[0]?.quote?.text).toBe('a slow funeral')
  })

  it('says nothing of a report without quotation marks as a quote', () => {
    const { analysis } = map('langextract', reaction('warned that its drivers could not turn there', null))
    expect(analysis.reactions[0]?.quote).toBeUndefined()
  })
})

describe('mapping what no rival should write', () => {
  it('takes a speaker who is on no list into the cast when the article names him, and a pronoun as somebody', () => {
    const said = (speaker: string) => ({
      speaker,
      kind: 'other',
      polarity: 'neutral',
      quote: '',
      evidence: TEXT.slice(0, 44),
    })
    const { analysis, counters } = map('docetl', { reactions: [said('Rui Sand'), said('He'), said('Nobody Known')] })
    expect(analysis.actors.map(({ name, given }) => [name, given])).toEqual([
      ['Rui Sand', undefined],
      ['somebody', true],
    ])
    expect(counters.unlistedNames).toBe(3)
  })

  it('lists an actor that was written ten times once, and counts one whom the article does not name', () => {
    const actors = [...Array(10).fill({ name: 'Ines Tol', kind: 'person' }), { name: 'Vera Putnam', kind: 'person' }]
    const { analysis, counters } = map('docetl', { actors })
    expect(analysis.actors.map(({ name }) => name)).toEqual(['Ines Tol', 'Vera Putnam'])
    expect(counters).toMatchObject({ actors: 11, actorsNotInArticle: 1 })
  })

  const garbage: unknown[] = [
    null,
    undefined,
    '',
    'Sorry, I cannot help with that.',
    [],
    { actors: 'Ines Tol', stances: [null, 1, 'x', {}], reactions: {}, summary: ['a'], key_points: 7 },
    {
      actors: [{ name: 1, kind: null, aliases: { a: 1 } }],
      stances: [{ actor: 'x'.repeat(100_000), label: '('.repeat(999) }],
    },
    { extractions: [{ class: 'stance', text: '', attributes: null, interval: [5, 1] }, { class: 'x' }, 3] },
    { extractions: [{ class: 'reaction', text: '“', attributes: { speaker: '__proto__' }, interval: [0, 1e9] }] },
    { reactions: [{ speaker: '', quote: '…', evidence: '\u0000\uD800', kind: '<script>', polarity: '{{ x }}' }] },
  ]

  it.each(garbage.map((raw, index) => [index, raw] as const))('makes a valid analysis of garbage %i', (_, raw) => {
    expect(() => [map('docetl', raw), map('langextract', raw)]).not.toThrow()
  })

  it('counts an article of which nothing came back as lost', () => {
    expect(map('docetl', null).counters.lost).toBe(1)
    expect(map('langextract', { extractions: [] }).analysis.defects).toHaveLength(2)
    expect(map('docetl', DOCETL).counters.lost).toBe(0)
  })
})

describe("scoring a rival's run on gold", () => {
  it('goes through the same metrics as any other system, but for what it was not asked', async () => {
    const [gold] = (await readGold({ halves: ['development'] })).filter(({ id }) => id === 'en-union-ballot')
    if (gold === undefined) throw new Error('the gold article has gone')
    const raw = {
      actors: [{ name: 'Gerald Osei', kind: 'person', aliases: [] }],
      main_issue: 'Nurses accept the offer.',
      stances: [{ actor: 'Gerald Osei', label: 'support', evidence: 'welcomed the vote' }],
      reactions: [],
      summary: 'Nurses accept the offer of 4.4 percent.',
      key_points: [],
    }
    const line = {
      id: gold.article.id,
      model: 'none',
      version: '0',
      seconds: 12,
      calls: 3,
      tokensIn: 5,
      raw,
      error: 'part',
    }
    const file = join(await mkdtemp(join(tmpdir(), 'rival-')), 'docetl.jsonl')
    await writeFile(file, `${JSON.stringify({ ...line, raw: null })}\n${JSON.stringify(line)}\n{"id":"cut o`)

    const { scores } = await runOnGold(await rivalSystem('docetl', file), [gold])
    const scoreOf = (wanted: string) => scores.find(({ name }) => name === wanted)?.value
    expect(scoreOf('actor-precision')).toBe(1)
    expect(scoreOf('seconds')).toBe(12)
    expect(scoreOf('stance-voice')).toBeUndefined()
    expect(await rivalCounters('docetl', file, [read(gold.article)])).toMatchObject({ articles: 1, lost: 0, partly: 1 })
  })
})

function map(rival: Rival, raw: unknown, text = TEXT) {
  const reading: Reading = read(toArticle({ id: 'bridge', text, language: 'en' }))
  const mapped = mapRival(rival, raw, reading)
  const analysis = Analysis.parse(mapped.analysis)
  for (const { evidence } of [...analysis.stances, ...analysis.reactions]) {
    for (const { start, end, text: words } of evidence) expect(reading.article.text.slice(start, end)).toBe(words)
  }
  return { ...mapped, analysis }
}
