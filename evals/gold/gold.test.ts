import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agreementOf } from '../agreement.ts'
import { factCoverage } from '../metrics/facts.ts'
import { words } from '../metrics/words.ts'
import { HARD_CASES } from './annotation.ts'
import { type GoldArticle, readGold, readTwice } from './read-gold.ts'

describe('the gold articles', () => {
  let gold: GoldArticle[]
  beforeAll(async () => {
    gold = await readGold() // throws when any passage is not verbatim or any key unknown
  })

  it('are at least sixty, in two halves of one size, each with its own articles', () => {
    const sizes = ['development', 'test'].map((half) => gold.filter((one) => one.half === half).length)
    expect(gold.length).toBeGreaterThanOrEqual(60)
    expect(sizes[0]).toBe(sizes[1])
    expect(new Set(gold.map(({ article }) => article.contentHash)).size).toBe(gold.length)
  })

  it('are refused where there is no folder, and no annotation in it', async () => {
    await expect(readGold({ folder: 'nowhere' })).rejects.toMatchObject({ code: 'GOLD_INVALID', where: 'nowhere' })
    await expect(readGold({ folder: 'evals/gold' })).rejects.toThrow('no annotation')
  })

  it('have 150 to 2,500 words', () => {
    const lengths = gold.map(({ id, article }) => [id, article.text.split(/\s+/).length] as const)
    expect(lengths.filter(([, count]) => count < 150 || count > 2500)).toEqual([])
  })

  it('cover every hard case, in four languages beside English', () => {
    const hard = new Set(gold.flatMap((one) => one.hard))
    expect(HARD_CASES.filter((one) => !hard.has(one))).toEqual([])
    for (const language of ['es', 'fr', 'de', 'pt']) {
      expect(gold.filter(({ article }) => article.language === language).length).toBeGreaterThanOrEqual(2)
    }
  })

  it('are annotated twice, at least twenty of them, and the two agree on who stands where', async () => {
    const twice = await readTwice() // throws as the first reading does
    expect(twice.length).toBeGreaterThanOrEqual(20)
    const scores = new Map(agreementOf(twice).map(({ name, value }) => [name, value]))
    expect(scores.get('stance-alpha')).toBeGreaterThan(0.8)
    expect(scores.get('actor-f1')).toBeGreaterThan(0.9)
    const same = agreementOf(twice.map(({ first }) => ({ first, second: first })))
    expect(new Set(same.filter(({ name }) => name !== 'stance-reversed').map(({ value }) => value))).toEqual(
      new Set([1]),
    )
  })

  it('have facts that a person’s summary holds', () => {
    const missed = gold.flatMap(({ id, facts, summaries }) =>
      facts
        .filter((fact) => summaries.every((text) => factCoverage(text, [fact]).held === 0))
        .map(({ fact }) => `${id}: ${fact}`),
    )
    expect(missed).toEqual([])
  })

  it('have summaries of 25 to 80 words', () => {
    const odd = gold.flatMap(({ id, summaries }) =>
      summaries.filter((text) => words(text).length < 25 || words(text).length > 80).map((text) => `${id}: ${text}`),
    )
    expect(odd).toEqual([])
  })
})

describe('an annotation with faults', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'standpoint-gold-'))
    await writeFile(
      join(folder, 'a.txt'),
      'Mayor Ines Tol closed the bridge. Rui Sand said he feared for his trade. Tol left.',
    )
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('is refused with every fault by its place', async () => {
    await writeFile(
      join(folder, 'a.yaml'),
      `language: en
hard: []
actors:
  tol: { name: Ines Tol, kind: person, aliases: [the duchess] }
  sand: { name: Rui Sand, kind: person, aliases: [] }
issues:
  main: { statement: The bridge closes., evidence: closed the bridge }
stances:
  - { actor: tol, target: main, label: support, voice: self, evidence: [Tol] }
  - { actor: toll, target: main, label: unstated }
reactions:
  - { actor: sand, kind: concern, polarity: negative, cue: whispered, evidence: [he feared for his trade] }
summaries: [One., Two.]
facts: [{ fact: a, holds: [a] }, { fact: b, holds: [b] }, { fact: c, holds: [c] }, { fact: d, holds: [d] }]
`,
    )
    const refused = await readGold({ folder }).catch((error) => error)
    expect(refused).toMatchObject({ code: 'GOLD_INVALID' })
    for (const fault of [
      'actor tol: "the duchess" does not stand in the article',
      'actor sand: the stance towards the main issue is missing',
      'stance 1 (tol towards main): "Tol" stands in the article 2 times',
      'stance 2 (toll towards main): there is no "toll"',
      'reaction 1 (sand): "whispered" does not stand in the article where it should',
    ]) {
      expect(refused.where).toContain(fault)
    }
  })

  it('is refused when it is no YAML, or has a field that nobody knows', async () => {
    await writeFile(join(folder, 'a.yaml'), 'title: [')
    await expect(readGold({ folder })).rejects.toMatchObject({ where: expect.stringContaining('this is no YAML') })
    await writeFile(join(folder, 'a.yaml'), 'stence: x')
    await expect(readGold({ folder })).rejects.toMatchObject({ where: expect.stringContaining('stence') })
  })

  const whole = {
    language: 'en',
    summaries: [
      'Mayor Ines Tol closed the bridge to cars, and a trader fears for his business.',
      'The bridge is closed by the mayor of the town, to the dismay of a trader.',
    ],
    holds: 'bridge',
    evidence: 'Mayor Ines Tol closed the bridge',
    alias: 'Tol',
  }
  const text = 'Mayor Ines Tol closed the bridge. Rui Sand said: “I fear for my trade, and for my boys.” Tol left.'
  const faultOf = async (changed: Partial<typeof whole & { quote: string }>, kind = 'person') => {
    const { language, summaries, holds, evidence, alias, quote } = {
      ...whole,
      quote: 'I fear for my trade, and for my boys.',
      ...changed,
    }
    const facts = ['a', 'b', 'c'].map((fact) => ({ fact, holds: ['bridge'] }))
    const annotation = {
      language,
      hard: [],
      actors: {
        tol: { name: 'Ines Tol', kind, aliases: [] },
        sand: { name: 'Rui Sand', kind: 'person', aliases: [alias] },
      },
      issues: { main: { statement: 'The bridge closes.', evidence: 'closed the bridge' } },
      stances: [
        { actor: 'tol', target: 'main', label: 'support', voice: 'self', evidence: [evidence] },
        { actor: 'sand', target: 'main', label: 'unstated' },
      ],
      reactions: [{ actor: 'sand', kind: 'concern', polarity: 'negative', quote, evidence: ['Rui Sand said'] }],
      summaries,
      facts: [...facts, { fact: 'd', holds: [holds] }],
    }
    await writeFile(join(folder, 'a.txt'), text)
    await writeFile(join(folder, 'a.yaml'), JSON.stringify(annotation))
    const error = await readGold({ folder }).then(
      () => ({ where: '' }),
      (thrown) => thrown,
    )
    return error.where
  }

  const odd: readonly [name: string, changed: Partial<typeof whole & { quote: string }>, says: string][] = [
    [
      'evidence over two sentences',
      { evidence: 'the bridge. Rui Sand said', alias: 'Sand' },
      'stance 1: "the bridge. Rui Sand said" runs over the end of a sentence',
    ],
    [
      'a quote that is cut off',
      { quote: 'I fear for my trade', alias: 'Sand' },
      'reaction 1: the quote "I fear for my trade" begins or ends inside of a quotation',
    ],
    ['the name of another', { alias: 'Ines Tol' }, 'actor sand: the alias "Ines Tol" belongs to actor tol too'],
    [
      'a summary of two words',
      { summaries: ['Bridge closed.', whole.summaries[0] ?? ''], alias: 'Sand' },
      'summary 1: 2 words are no summary',
    ],
    ['an alternative of no words', { holds: 'May|', alias: 'Sand' }, 'fact 4: "May|" has an alternative of no words'],
    ['a language in words', { language: 'english' }, 'language: must be a tag of BCP 47'],
  ]
  for (const [name, changed, says] of odd) {
    it(`is refused for ${name}`, async () => expect(await faultOf(changed)).toContain(says))
  }

  it('is taken when it is whole', async () => expect(await faultOf({ alias: 'Sand' })).toBe(''))

  it('is refused in words, with items counted from 1', async () => {
    expect(await faultOf({ alias: 'Sand' }, 'human')).toContain(
      'actor tol, kind: "human" must be one of: person, organization, country, group, other',
    )
    await writeFile(
      join(folder, 'a.yaml'),
      'language: en\nstances: [{ actor: x, target: main, label: agree, evidence: [y] }]',
    )
    const { where } = await readGold({ folder }).catch((thrown) => thrown)
    expect(where).toContain('stance 1, label: "agree" must be one of: support, oppose, mixed, neutral, unstated')
    expect(where).toContain('actors: is missing')
    expect(where).not.toMatch(/Invalid|expected/)
  })

  it('is missed where an article has none', async () => {
    await faultOf({ alias: 'Sand' })
    await writeFile(join(folder, 'lone.txt'), 'x')
    await expect(readGold({ folder })).rejects.toMatchObject({
      message: 'The gold annotations have a fault',
      where: expect.stringContaining('lone.txt: its annotation, a .yaml file of the same name, is missing'),
    })
    await rm(join(folder, 'lone.txt'))
  })
})
