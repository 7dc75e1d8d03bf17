import { type Stance, type StanceLabel, StanceLabel as StanceLabels } from '../../pipeline/schema/analysis.ts'
import type { GoldStance } from '../gold/read-gold.ts'
import { binsOf, calibrationErrorOfBins, type Decision } from '../metrics/calibration.ts'
import { accuracy, type Confusion, cohenKappa, confusionOf, labelF1s, macroF1 } from '../metrics/confusion.ts'
import { additive, f1, type Metric, share } from '../metrics/metric.ts'
import type { Scored } from './aligned.ts'

export const LABELS: readonly StanceLabel[] = StanceLabels.options

/**
 * Gold and predicted label of every gold actor towards the main issue. An actor that the system did not find, and one without a
 * stance, count as `unstated`: the system abstained.
 */
function mainPairs(scored: Scored): [StanceLabel, StanceLabel][] {
  return decisionsOf(scored).map(({ gold, predicted }) => [gold, predicted])
}

/** The stance of every gold actor towards the main issue, beside what the system said of it. */
export function decisionsOf({ gold, analysis, idOf }: Scored): StanceDecision[] {
  return gold.stances
    .filter(({ target }) => target === 'main')
    .map((wanted) => {
      const id = idOf.get(wanted.actor)
      const said = analysis.stances.find((one) => one.actor === id && one.target === analysis.mainIssue)
      return { wanted, said, gold: wanted.label, predicted: said?.label ?? 'unstated' }
    })
}
type StanceDecision = { wanted: GoldStance; said?: Stance; gold: StanceLabel; predicted: StanceLabel }

/** Gold labels in rows, those of the system in columns, in the order of LABELS. */
export const confusion = (scored: Scored): Confusion => confusionOf(LABELS, mainPairs(scored))
const SIDES: readonly StanceLabel[] = ['support', 'oppose', 'mixed']
const takesSide = (label: StanceLabel) => SIDES.includes(label)

/** Support for oppose or the other way about: the fault that must not happen. */
export function isReversed({ gold, predicted }: Pick<StanceDecision, 'gold' | 'predicted'>): boolean {
  return (gold === 'support' && predicted === 'oppose') || (gold === 'oppose' && predicted === 'support')
}

export const stanceMetrics: readonly Metric<Scored>[] = [
  additive({
    name: 'stance-macro-f1',
    title: 'Stance macro-F1',
    better: 'higher',
    unit: 'share',
    source: 'scikit-learn f1_score(average="macro") over five labels, actors towards the main issue',
    measure: confusion,
    ofSums: macroF1,
  }),
  additive({
    name: 'stance-accuracy',
    title: 'Stance accuracy',
    better: 'higher',
    unit: 'share',
    source: 'the same pairs',
    measure: confusion,
    ofSums: accuracy,
  }),
  additive({
    name: 'stance-kappa',
    title: 'Stance kappa',
    better: 'higher',
    unit: 'number',
    source: 'Cohen 1960',
    measure: confusion,
    ofSums: cohenKappa,
  }),
  ...LABELS.map((label, index) =>
    additive<Scored>({
      name: `stance-f1-${label}`,
      title: `F1 of ${label}`,
      better: 'higher',
      unit: 'share',
      source: 'the same pairs',
      measure: confusion,
      ofSums: (sums) => labelF1s(sums)[index],
    }),
  ),
  share({
    name: 'stance-direction',
    title: 'Stance direction accuracy',
    description: 'support or oppose as in gold, where both say one of the two',
    source: 'ours: support and oppose only',
    count: (scored) => {
      const sided = mainPairs(scored).filter(([a, b]) =>
        [a, b].every((label) => label === 'support' || label === 'oppose'),
      )
      return [sided.filter(([a, b]) => a === b).length, sided.length]
    },
  }),
  share({
    name: 'stance-reversed',
    title: 'Stances reversed',
    description: 'support for oppose or the other way about, of all gold pairs',
    better: 'lower',
    source: 'ours: support for oppose or the other way about, of all gold pairs',
    count: (scored) => {
      const decisions = decisionsOf(scored)
      return [decisions.filter(isReversed).length, decisions.length]
    },
  }),
  f1({
    name: 'stance-takes-side',
    title: 'Side detection F1',
    description: 'that an actor takes a side (support, oppose or mixed), whichever it is',
    source: 'ours: support, oppose and mixed against neutral and unstated',
    count: (scored) => {
      const pairs = mainPairs(scored)
      const count = (test: (gold: boolean, predicted: boolean) => boolean) =>
        pairs.filter(([a, b]) => test(takesSide(a), takesSide(b))).length
      return [count((a, b) => a && b), count((_, b) => b), count((a) => a)]
    },
  }),
  share({
    name: 'stance-given',
    title: 'Stance coverage, all actors',
    description: 'gold actors that the system does not leave unstated',
    better: 'neither',
    source: 'ours: gold actors that the system does not leave unstated',
    count: (scored) => {
      const decisions = decisionsOf(scored)
      return [decisions.filter(({ predicted }) => predicted !== 'unstated').length, decisions.length]
    },
  }),
  share({
    name: 'stance-coverage',
    title: 'Stance coverage, labelled in gold',
    description: 'of the actors that gold does not leave unstated',
    better: 'neither',
    source: 'ours: the rest is unstated',
    count: (scored) => {
      const stated = mainPairs(scored).filter(([gold]) => gold !== 'unstated')
      return [stated.filter(([, predicted]) => predicted !== 'unstated').length, stated.length]
    },
  }),
  share({
    name: 'stance-covered-accuracy',
    title: 'Selective stance accuracy',
    description: 'labels that are right, of those that the system gives',
    source: 'ours: over pairs that the system does not leave unstated',
    count: (scored) => {
      const labelled = mainPairs(scored).filter(([, predicted]) => predicted !== 'unstated')
      return [labelled.filter(([gold, predicted]) => gold === predicted).length, labelled.length]
    },
  }),
  f1({
    name: 'stance-pairs-f1',
    title: 'Stance F1, other targets',
    description: 'towards actors and issues beside the main one: actor, target and label right',
    source: 'ours: actor, target and label right, targets beside the main issue',
    count: otherPairs,
  }),
  share({
    name: 'stance-voice',
    title: 'Stance voice accuracy',
    description: 'self, reported or narrator, where the label is right',
    source: 'ours',
    count: voices,
  }),
  additive({
    name: 'stance-calibration-error',
    title: 'Expected calibration error of stances',
    better: 'lower',
    unit: 'share',
    source: 'Guo et al. 2017, ten bins; only where a confidence was measured',
    measure: (scored) => binsOf(confidentDecisions(scored)),
    ofSums: calibrationErrorOfBins,
  }),
]

/** Labels with a measured confidence, and whether they were right. */
function confidentDecisions(scored: Scored): Decision[] {
  return decisionsOf(scored).flatMap(({ gold, predicted, said }) =>
    said?.confidence === undefined ? [] : [{ confidence: said.confidence.value, isRight: gold === predicted }],
  )
}

function otherPairs({ gold, analysis, idOf }: Scored): [number, number, number] {
  const predicted = analysis.stances.filter(
    ({ target, label }) => target !== analysis.mainIssue && label !== 'unstated',
  )
  const wanted = gold.stances.filter(({ target, label }) => target !== 'main' && label !== 'unstated')
  const right = wanted.filter(({ actor, target, label }) =>
    predicted.some((one) => one.actor === idOf.get(actor) && one.target === idOf.get(target) && one.label === label),
  )
  return [right.length, predicted.length, wanted.length]
}

function voices({ gold, analysis, idOf }: Scored): [number, number] {
  let [right, of] = [0, 0]
  for (const { actor, target, label, voice } of gold.stances) {
    const stance = analysis.stances.find((one) => one.actor === idOf.get(actor) && one.target === idOf.get(target))
    if (stance === undefined || stance.label !== label || voice === undefined) continue
    of++
    right += Number(stance.voice === voice)
  }
  return [right, of]
}
