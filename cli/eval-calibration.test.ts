import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { type GoldStance, readGold } from '../evals/gold/read-gold.ts'
import type { GoldRun } from '../evals/run-gold.ts'
import { align } from '../evals/scores/aligned.ts'
import { analysisOf } from '../evals/systems/oracle.ts'
import { honestModel } from '../pipeline/engines/honest-model.fake.ts'
import { asksAboutArticle } from '../pipeline/engines/lying-model.fake.ts'
import { scriptedServer } from '../pipeline/engines/scripted-server.fake.ts'
import { read } from '../pipeline/rules/read.ts'
import type { Defect } from '../pipeline/schema/analysis.ts'
import { CalibrationFile, PromiseKind } from '../pipeline/schema/recipe.ts'
import { evaluate } from './eval.ts'
import { targetOf, writeCalibration } from './eval-calibration.ts'

afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

describe('what the threshold of a calibration is to promise', () => {
  it('is the precision of the labels that are kept, where nothing else is asked for', () => {
    expect(targetOf({})).toEqual({ kind: 'precision', value: 0.7, probability: 0.9 })
    expect(targetOf({ probability: '0.95' })).toEqual({ kind: 'precision', value: 0.7, probability: 0.95 })
  })

  it.each(['precision', 'accuracy', 'recall'] as const)('is the %s that is named', (kind) => {
    expect(targetOf({ [kind]: '.85', probability: '0.8' })).toEqual({ kind, value: 0.85, probability: 0.8 })
  })

  it('is one thing only', () => {
    expect(() => targetOf({ precision: '0.8', recall: '0.8' })).toThrow(
      expect.objectContaining({
        code: 'OPTION_INVALID',
        message: 'A threshold keeps one promise',
        where: '--precision --recall',
      }),
    )
  })

  it.each(['precision', 'accuracy', 'recall', 'probability'] as const)('is a share between 0 and 1 (--%s)', (kind) => {
    for (const text of ['0', '1', '0.0', '80', '-0.5', '1.2', 'most', '', '0.8%', '8e-1']) {
      expect(() => targetOf({ [kind]: text }), text).toThrow(
        expect.objectContaining({
          code: 'OPTION_INVALID',
          where: `--${kind} ${text}`,
          fix: expect.stringContaining('0.8'),
        }),
      )
    }
  })
})

describe('options of a calibration', () => {
  const refused: readonly [flags: Partial<Parameters<typeof evaluate>[0]>, says: string, where: string][] = [
    [{ precision: '0.8' }, 'This option does nothing here', '--precision'],
    [{ accuracy: '0.8', probability: '0.9' }, 'These options do not go together', '--accuracy --probability'],
    [{ against: 'large' }, 'This option does nothing here', '--against'],
    [{ calibrate: 'c.json', recall: '80' }, 'This is no share between 0 and 1', '--recall 80'],
    [{ calibrate: 'c.json', accuracy: '.8', recall: '.8' }, 'A threshold keeps one promise', '--accuracy --recall'],
    [{ calibrate: 'c.json', larger: 'large' }, 'These options do not go together', '--calibrate --larger'],
    [{ calibrate: 'c.json', against: 'small' }, 'A model always agrees with itself', '--against small'],
    [{ calibrate: 'c.json', mode: 'chain', against: 'large' }, 'No stance has a confidence', '--calibrate c.json'],
  ]
  it.each(refused)('are refused before a model is asked about an article: %o', async (flags, says, where) => {
    await using server = await scriptedServer(honestModel, { models: ['small', 'large'] })
    const folder = await mkdtemp(join(tmpdir(), 'standpoint-calibration-'))
    vi.stubEnv('OPENAI_BASE_URL', server.baseUrl)
    vi.stubEnv('STANDPOINT_DATA', folder)
    const { calibrate } = flags
    const file = calibrate === undefined ? {} : { calibrate: join(folder, calibrate) }
    const plain = { model: 'small', mode: 'guided', length: 'standard', quality: '', cost: '' } as const
    const error = await evaluate({ ...plain, ...flags, ...file }).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code: 'OPTION_INVALID', message: expect.stringContaining(says) })
    expect(error).toMatchObject({ where: where.replace('c.json', join(folder, 'c.json')) })
    expect(server.requests.filter(asksAboutArticle)).toEqual([])
    await rm(folder, { recursive: true, force: true })
  })
})

describe('a model that the settings have at two servers under one name', () => {
  it('is not calibrated: the labels would be those of the other one', async () => {
    await using small = await scriptedServer(honestModel, { models: ['model'] })
    await using large = await scriptedServer(honestModel, { models: ['model'] })
    const folder = await mkdtemp(join(tmpdir(), 'standpoint-calibration-'))
    vi.stubEnv('OPENAI_BASE_URL', small.baseUrl)
    vi.stubEnv('STANDPOINT_DATA', folder)
    vi.stubEnv('STANDPOINT_LARGER_MODEL', 'model')
    vi.stubEnv('STANDPOINT_LARGER_BASE_URL', large.baseUrl)
    const flags = { model: 'model', mode: 'guided', length: 'standard', quality: '', cost: '' } as const
    const error = await evaluate({ ...flags, calibrate: join(folder, 'c.json') }).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code: 'OPTION_INVALID', message: 'Two servers have a model called "model"' })
    expect([...small.requests, ...large.requests].filter(asksAboutArticle)).toEqual([])
    await rm(folder, { recursive: true, force: true })
  })
})

describe('a calibration that is written', async () => {
  const all = await readGold({ halves: ['development'] })
  const gold = all.filter((one) => one.stances.some(takesSide)).slice(0, 20)
  const runOf = (defects: Defect[] = []): GoldRun => ({
    system: 'fake',
    measured: [],
    scores: [],
    cases: cases.map((one) => ({ ...one, analysis: { ...one.analysis, defects } })),
  })
  /** Labels as gold has them; every second is sure. */
  const cases = gold.map((one) => {
    const reading = read(one.article)
    const analysis = analysisOf(one, reading)
    const stances = analysis.stances.map((stance, index) => ({
      ...stance,
      confidence: { value: index % 2 === 0 ? 0.9 : 0.6, calibrated: false },
    }))
    return align(one, reading, { ...analysis, stances })
  })

  const written = async (options: Partial<Parameters<typeof writeCalibration>[1]>) => {
    const folder = await mkdtemp(join(tmpdir(), 'standpoint-calibration-'))
    const file = join(folder, 'small.json')
    const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    const target = { kind: 'precision', value: 0.7, probability: 0.9 } as const
    await writeCalibration(runOf(), { file, target, model: 'small', ...options })
    const calibration = CalibrationFile.parse(JSON.parse(await readFile(file, 'utf8')))
    await rm(folder, { recursive: true })
    return { calibration, told: stderr.mock.calls.map(([text]) => text).join('') }
  }

  it.each(PromiseKind.options)('says what is promised, by which labels, and what it keeps (%s)', async (kind) => {
    const { calibration, told } = await written({ target: { kind, value: 0.7, probability: 0.9 } })
    expect(calibration.promise).toEqual({ kind, value: 0.7, probability: 0.9, articles: gold.length, against: 'gold' })
    expect(told).toContain('Right is a label that gold has too.')
    expect(told).toMatch(/At a threshold of 0\.\d\d, \d+\.0 % of the labels are kept/)
    expect(told).toMatch(
      /That 70\.0 % of .* in articles like these \(a mean over articles\) is promised with a probability of 90\.0 %/,
    )
  })

  it('says that the articles do not suffice, where they do not', async () => {
    const { calibration, told } = await written({ target: { kind: 'accuracy', value: 0.99, probability: 0.99 } })
    expect(calibration.promise).toBeUndefined()
    expect(told).toContain(
      'These articles do not suffice to promise of others that 99.0 % of all labels are right, with a larger model that always is.',
    )
  })

  it('names the larger model by whose labels it goes, and refuses one that answered nothing', async () => {
    const { calibration, told } = await written({ larger: { model: 'large', run: runOf() } })
    expect(calibration.promise).toMatchObject({ kind: 'precision', against: 'large' })
    expect(told).toContain('Right is a label that large gives too: no label of gold was looked at.')
    const silent = runOf([{ step: 'stances', kind: 'part-failed' }])
    await expect(written({ larger: { model: 'large', run: silent } })).rejects.toMatchObject({
      code: 'OPTION_INVALID',
      where: '--against large',
    })
  })
})

function takesSide({ target, label }: GoldStance): boolean {
  return target === 'main' && label !== 'unstated'
}
