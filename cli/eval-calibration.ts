import { writeFile } from 'node:fs/promises'
import { calibrate, labelledOf } from '../evals/calibrate.ts'
import type { GoldRun } from '../evals/run-gold.ts'
import { StandpointError } from '../pipeline/schema/errors.ts'
import { tell } from './terminal.ts'

export type CalibrationFlags = { calibrate?: string; accuracy: string }

/** A share of labels that are to be right, as `--accuracy` gives it. */
export function accuracyOf({ accuracy }: CalibrationFlags): number {
  const share = Number(accuracy)
  if (/^0?\.\d+$/.test(accuracy) && share > 0) return share
  throw new StandpointError('OPTION_INVALID', 'The accuracy must be a share between 0 and 1', {
    where: `--accuracy ${accuracy}`,
    fix: 'For example: --accuracy 0.8.',
  })
}

/** Fits the confidence of stances to what a run was right about, writes it for `--calibration`, and says what it is worth. */
export async function writeCalibration(
  { cases }: GoldRun,
  { file, accuracy, model }: { file: string; accuracy: number; model: string },
): Promise<void> {
  const found = calibrate(labelledOf(cases), { model, accuracy, probability: PROBABILITY })
  if (found === undefined) {
    throw new StandpointError('OPTION_INVALID', 'No stance has a confidence that could be calibrated', {
      where: `--calibrate ${file}`,
      fix: 'Use --mode guided and a server that gives log probabilities: "standpoint models" tells.',
    })
  }
  const { calibration, errorBefore, errorAfter, coverage } = found
  await writeFile(file, `${JSON.stringify(calibration, null, 2)}\n`)
  const kept = found.accuracy === undefined ? 'none is right so often' : `${percent(found.accuracy)} of those are right`
  tell(`The calibration of ${model} is saved in ${file}: use it with --calibration ${file}.`)
  tell(`Expected calibration error: ${percent(errorBefore)} before, ${percent(errorAfter)} after.`)
  tell(`At a threshold of ${calibration.threshold.toFixed(2)}, ${percent(coverage)} of the labels are kept: ${kept}.`)
  tell(
    calibration.promise === undefined
      ? `These articles are too few to promise that ${percent(accuracy)} of labels will be right elsewhere.`
      : `That ${percent(accuracy)} of them are right in articles like these (a mean over articles) is promised with a probability of ${percent(PROBABILITY)}.`,
  )
  tell('These figures are of articles that the calibration had no part of (one left out at a time).')
}

/** Of a promise that a calibration makes. */
const PROBABILITY = 0.9

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}
