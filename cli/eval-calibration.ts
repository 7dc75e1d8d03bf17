import { writeFile } from 'node:fs/promises'
import { calibrate, labelledAgainst, labelledOf } from '../evals/calibrate.ts'
import type { GoldRun } from '../evals/run-gold.ts'
import type { Target } from '../evals/statistics/bargain.ts'
import { StandpointError } from '../pipeline/schema/errors.ts'
import { PromiseKind } from '../pipeline/schema/recipe.ts'
import { readable } from './readable.ts'
import { tell } from './terminal.ts'

export type CalibrationFlags = {
  calibrate?: string
  against?: string
  precision?: string
  accuracy?: string
  recall?: string
  probability?: string
}

const DEFAULT: Target = { kind: 'precision', value: 0.7, probability: 0.9 }

/**
 * What the threshold is to promise, as `--precision`, `--accuracy` or `--recall` and `--probability` say.
 * @throws StandpointError OPTION_INVALID for two kinds at once, and for what is no share
 */
export function targetOf(flags: CalibrationFlags): Target {
  const kinds = PromiseKind.options.filter((kind) => flags[kind] !== undefined)
  const [kind = DEFAULT.kind, ...others] = kinds
  if (others.length > 0) {
    throw new StandpointError('OPTION_INVALID', 'A threshold keeps one promise', {
      where: kinds.map((each) => `--${each}`).join(' '),
      fix: 'Choose one of the two, or calibrate into two files.',
    })
  }
  return {
    kind,
    value: shareOf(flags[kind], `--${kind}`) ?? DEFAULT.value,
    probability: shareOf(flags.probability, '--probability') ?? DEFAULT.probability,
  }
}

function shareOf(text: string | undefined, flag: string): number | undefined {
  if (text === undefined) return undefined
  const share = Number(text)
  if (/^0?\.\d+$/.test(text) && share > 0 && share < 1) return share
  throw new StandpointError('OPTION_INVALID', 'This is no share between 0 and 1', {
    where: `${flag} ${readable(text).slice(0, 40)}`,
    fix: `For example: ${flag} 0.8. All or none cannot be promised.`,
  })
}

type Options = {
  file: string
  target: Target
  model: string
  /** The larger model whose labels are taken as right in the place of gold's. */
  larger?: { model: string; run: GoldRun }
}

/** Fits the confidence of stances to what a run was right about, writes it for `--calibration`, and says what it is worth. */
export async function writeCalibration({ cases }: GoldRun, { file, target, model, larger }: Options): Promise<void> {
  const { labelled, unanswered } = larger
    ? labelledAgainst(cases, larger.run.cases)
    : { labelled: labelledOf(cases), unanswered: 0 }
  if (larger !== undefined && unanswered > 0) tellLeftOut(larger.model, unanswered, cases.length)
  const found = calibrate(labelled, { model, target, against: larger?.model ?? 'gold' })
  if (found === undefined) throw larger ? nothingCompared(larger.model) : nothingSure(file)
  const { calibration, errorBefore, errorAfter } = found
  await writeFile(file, `${JSON.stringify(calibration, null, 2)}\n`)
  tell(`The calibration of ${model} is saved in ${file}: use it with --calibration ${file}.`)
  tell(
    larger === undefined
      ? 'Right is a label that gold has too.'
      : `Right is a label that ${larger.model} gives too: no label of gold was looked at.`,
  )
  tell(`Expected calibration error: ${percent(errorBefore)} before, ${percent(errorAfter)} after.`)
  tell('The latter is of articles that the calibration had no part of (one left out at a time).')
  tell(`At a threshold of ${calibration.threshold.toFixed(2)}, ${KEPT[target.kind](found)}.`)
  const wanted = WANTED[target.kind](percent(target.value))
  tell(
    calibration.promise === undefined
      ? `These articles do not suffice to promise of others that ${wanted}.`
      : `That ${wanted} in articles like these (a mean over articles) is promised with a probability of ${percent(target.probability)}.`,
  )
}

/** Why nothing can be calibrated: the model, its mode or its server tell no confidence. */
export function nothingSure(file: string): StandpointError {
  return new StandpointError('OPTION_INVALID', 'No stance has a confidence that could be calibrated', {
    where: `--calibrate ${file}`,
    fix: 'Use --mode guided and a server that gives log probabilities: "standpoint models" tells.',
  })
}

function nothingCompared(model: string): StandpointError {
  return new StandpointError(
    'OPTION_INVALID',
    'No stance with a confidence has a label of the larger model beside it',
    {
      where: `--against ${model}`,
      fix: 'See with "standpoint eval --model NAME --mode chain" what it answers, or leave it out: then gold is what is right.',
    },
  )
}

function tellLeftOut(model: string, unanswered: number, articles: number): void {
  tell(`${model} gave no usable answer on the stances of ${unanswered} of ${articles} articles: they are left out.`)
}

type Found = { coverage: number; reached: number | undefined }

/** What a threshold does in the articles at hand. */
const KEPT: Readonly<Record<PromiseKind, (found: Found) => string>> = {
  precision: ({ coverage, reached }) =>
    `${percent(coverage)} of the labels are kept: ${reached === undefined ? 'none is right so often' : `${percent(reached)} of those are right`}`,
  accuracy: ({ coverage, reached = 1 }) =>
    `${percent(coverage)} of the labels are kept and the others go to a larger model: ${percent(reached)} are right if that one always is`,
  recall: ({ coverage, reached = 0 }) =>
    `${percent(coverage)} of the labels are kept, and with them ${percent(reached)} of those that are right`,
}

const WANTED: Readonly<Record<PromiseKind, (share: string) => string>> = {
  precision: (share) => `${share} of the labels that are kept are right`,
  accuracy: (share) => `${share} of all labels are right, with a larger model that always is`,
  recall: (share) => `${share} of the labels that are right are kept`,
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}
