import { readFile } from 'node:fs/promises'
import { StandpointError } from '../pipeline/schema/errors.ts'
import { type Calibration, CalibrationFile } from '../pipeline/schema/recipe.ts'

/**
 * A calibration that `standpoint eval --calibrate FILE` wrote. Of the file only what shapes an analysis: two that differ in what was
 * measured beside it make one recipe.
 * @throws StandpointError CALIBRATION_INVALID when the file is none, or is another model's than `model`
 */
export async function readCalibration(path: string, model: string): Promise<Calibration> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw invalid(path, 'The file cannot be read', cause)
  })
  const read = CalibrationFile.safeParse(parsed(text, path))
  if (!read.success) {
    const { path: field = [], message } = read.error.issues[0] ?? {}
    throw invalid(path, `The file is no calibration: ${[...field, message].join(': ')}`, read.error)
  }
  const { decisions: _, promise: __, ...calibration } = read.data
  if (calibration.model === model) return calibration
  throw invalid(path, `The calibration was fitted for the model "${calibration.model}", not for "${model}"`)
}

function parsed(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw invalid(path, 'The file is no JSON', cause)
  }
}

function invalid(path: string, what: string, cause?: unknown): StandpointError {
  return new StandpointError('CALIBRATION_INVALID', what, {
    where: path,
    fix: 'Make one for this model (standpoint eval --model NAME --mode guided --calibrate FILE), or leave out --calibration, or STANDPOINT_CALIBRATION where that names the file.',
    cause,
  })
}
