import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agreementMetrics, agreementOf } from '../agreement.ts'
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
    await expect(readGold({ folder: 'evals' })).rejects.toThrow('no annotated article')
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
    const { twice } = await readTwice() // throws as the first reading does
    expect(twice.length).toBeGreaterThanOrEqual(20)
    const scores = new Map(agreementOf(twice).map(({ name, value }) => [name, value]))
    expect(scores.get('stance-alpha')).toBeGreaterThan(0.8)
    expect(scores.get('actor-f1')).toBeGreaterThan(0.9)
    const same = agreementOf(twice.map(({ first }) => ({ first, second: first })))
    expect(new Set(same.filter(({ name }) => name !== 'stance-reversed').map(({ value }) => value))).toEqual(
      new Set([1]),
    )
  })

  it('agree in words that know no system and no gold, since neither annotation is judged', () => {
    expect(
      agreementMetrics.map(({ title }) => title).filter((title) => /system|gold|found|right$/i.test(title)),
    ).toEqual([])
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

describe('the articles that confidence is fitted to', () => {
  it('are at least twenty, in several languages, and none of them is a gold article', async () => {
    const fresh = await readGold({ folder: join(import.meta.dirname, 'confidence') })
    const known = new Set((await readGold()).map(({ article }) => article.contentHash))
    expect(fresh.length).toBeGreaterThanOrEqual(20)
    expect(new Set(fresh.map(({ article }) => article.language)).size).toBeGreaterThanOrEqual(4)
    expect(fresh.filter(({ article }) => known.has(article.contentHash))).toEqual([])
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
      'stance 1 (tol towards main): "the bridge. Rui Sand said" runs over the end of a sentence',
    ],
    [
      'a quote that is cut off',
      { quote: 'I fear for my trade', alias: 'Sand' },
      'reaction 1 (sand): the quote "I fear for my trade" begins or ends inside of a quotation',
    ],
    ['the name of another', { alias: 'Ines Tol' }, 'actor sand: "Ines Tol" is a name of actor tol too'],
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

  it('shows every fault at once: of form, of what the article bears, and of what cannot be meant', async () => {
    const where = await faultOf({ language: 'english', alias: 'the duchess', holds: 'May|' }, 'human')
    expect(where.split('\n')).toEqual([
      `in ${folder}:`,
      expect.stringContaining('a.yaml: language: must be a tag'),
      expect.stringContaining('a.yaml: actor tol, kind: "human" must be one of'),
      expect.stringContaining('a.yaml: actor sand: "the duchess" does not stand in the article'),
      expect.stringContaining('a.yaml: fact 4: "May|" has an alternative of no words'),
    ])
  })

  it('is refused in plain words for what is empty, too much, or no key', async () => {
    await faultOf({ alias: 'Sand' })
    await writeFile(
      join(folder, 'a.yaml'),
      'actors:\nstances: [hello, { actor: X, target: main, label: support, voice: self, evidence: [a, b, c] }, { actor: x, target: main }]\nsummaries: [a]',
    )
    const { where } = await readGold({ folder }).catch((thrown) => thrown)
    for (const fault of [
      'actors: is empty',
      'stance 1: "hello" must be a group of fields',
      'stance 2, actor: "X" is no key: a key has lower-case letters, digits and hyphens, a letter first',
      'stance 3, label: is missing, and must be one of: support',
      'stance 2, evidence: has 3 items, and must have 2 or fewer',
      'summaries: has 1 item, and must have 2 or more',
      'summary 1: 1 word is no summary',
    ]) {
      expect(where).toContain(fault)
    }
    await writeFile(join(folder, 'a.yaml'), '')
    await expect(readGold({ folder })).rejects.toMatchObject({ where: `in ${folder}:\na.yaml: the file: is empty` })
  })

  it('keeps the numbers of its items where one before them has a fault of form', async () => {
    await faultOf({ alias: 'Sand' })
    const yaml = await readFile(join(folder, 'a.yaml'), 'utf8')
    await writeFile(
      join(folder, 'a.yaml'),
      yaml.replace('"support"', '"agree"').replace('"sand","target"', '"sandy","target"'),
    )
    const { where } = await readGold({ folder }).catch((thrown) => thrown)
    expect(where).toContain('stance 1, label: "agree" must be one of')
    expect(where).toContain('stance 2 (sandy towards main): there is no "sandy" among the actors')
    expect(where).not.toContain('actor tol: the stance towards the main issue is missing')
  })

  it('is told of with the faults of other files, where an article has no text', async () => {
    await faultOf({ language: 'english', alias: 'Sand' })
    await writeFile(join(folder, 'b.yaml'), await readFile(join(folder, 'a.yaml'), 'utf8'))
    await writeFile(join(folder, 'b.txt'), ' ')
    const { where } = await readGold({ folder }).catch((thrown) => thrown)
    expect(where).toContain('a.yaml: language')
    expect(where).toContain('b.txt: The article has no text')
    expect(where).toContain('b.yaml: language')
    await Promise.all(['b.txt', 'b.yaml'].map((file) => rm(join(folder, file))))
  })

  it('is read from two halves of a folder, or from one of them', async () => {
    await faultOf({ alias: 'Sand' })
    const halves = join(folder, 'own')
    for (const half of ['development', 'test']) {
      await mkdir(join(halves, half), { recursive: true })
      for (const file of ['a.txt', 'a.yaml']) await copyFile(join(folder, file), join(halves, half, file))
    }
    const halvesOf = async (options: object) => (await readGold({ folder: halves, ...options })).map(({ half }) => half)
    expect(await halvesOf({})).toEqual(['development', 'test'])
    expect(await halvesOf({ halves: ['test'] })).toEqual(['test'])
    await rm(join(halves, 'test'), { recursive: true })
    await expect(halvesOf({ halves: ['test'] })).rejects.toMatchObject({ where: `${halves}, test half` })
    await rm(halves, { recursive: true })
  })

  it('says what is alone in one of two folders, and refuses two that share nothing', async () => {
    await faultOf({ alias: 'Sand' })
    const second = join(folder, 'again')
    await mkdir(second)
    await copyFile(join(folder, 'a.yaml'), join(second, 'c.yaml'))
    await expect(readTwice({ first: folder, second })).rejects.toMatchObject({
      message: 'No article is annotated in both folders',
      where: `${folder} and ${second}`,
    })
    await copyFile(join(folder, 'a.yaml'), join(second, 'a.yaml'))
    const { twice, lone } = await readTwice({ first: folder, second })
    expect([twice.length, lone]).toEqual([1, { first: [], second: ['c'] }])
    await rm(second, { recursive: true })
  })

  it('is missed where an article has none', async () => {
    await faultOf({ alias: 'Sand' })
    await writeFile(join(folder, 'lone.txt'), 'x')
    await expect(readGold({ folder })).rejects.toMatchObject({
      message: 'The gold annotations have a fault',
      where: expect.stringContaining('lone.txt: its annotation, lone.yaml, is missing'),
    })
    await rm(join(folder, 'lone.txt'))
  })
})
