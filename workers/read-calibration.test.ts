import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readCalibration } from './read-calibration.ts'

const SMALL = { slope: 0.8, intercept: -0.3, threshold: 0.5, model: 'small', decisions: 200 }

async function fileWith(text: string): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'calibration-')), 'small.json')
  await writeFile(path, text)
  return path
}

describe('the file of a calibration', () => {
  it('is read for its own model', async () => {
    const { decisions: _, ...shaping } = SMALL
    expect(await readCalibration(await fileWith(JSON.stringify(SMALL)), 'small')).toEqual(shaping)
  })

  it('is the same for a recipe whatever was promised of it, and on how many articles', async () => {
    const promise = { kind: 'recall', value: 0.8, probability: 0.9, articles: 30, against: 'gold' }
    const files = [SMALL, { ...SMALL, decisions: 12 }, { ...SMALL, promise }].map((each) => JSON.stringify(each))
    const read = await Promise.all(files.map(async (text) => readCalibration(await fileWith(text), 'small')))
    expect(read).toEqual([read[0], read[0], read[0]])
  })

  it.each([
    ['another model', JSON.stringify(SMALL), 'large', 'fitted for the model "small"'],
    ['no JSON', '{"slope":', 'small', 'no JSON'],
    ['no calibration', JSON.stringify({ ...SMALL, threshold: 3 }), 'small', 'threshold'],
  ])('is refused where it is of %s, and says how to make one', async (_, text, model, said) => {
    const refused = readCalibration(await fileWith(text), model)
    await expect(refused).rejects.toMatchObject({
      code: 'CALIBRATION_INVALID',
      fix: expect.stringContaining('--calibrate'),
    })
    await expect(refused).rejects.toThrow(said)
  })

  it('is refused where there is none', async () => {
    await expect(readCalibration('/no/such/file.json', 'small')).rejects.toMatchObject({ code: 'CALIBRATION_INVALID' })
  })
})
