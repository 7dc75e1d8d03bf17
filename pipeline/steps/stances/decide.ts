import { StanceLabel, type Voice } from '../../schema/analysis.ts'
import type { Odds, StepInput } from '../../schema/contracts.ts'
import type { Calibration } from '../../schema/recipe.ts'
import { actorAt } from '../cast-numbers.ts'
import { namedTest } from '../named-test.ts'
import { mostProbable } from '../odds.ts'
import { joinOdds } from './join-odds.ts'
import type { WireStance } from './wire.ts'

/** What a model answered about one actor, and how it favours the labels where there is no answer. */
type Answer = { answer: { label: StanceLabel; sentence?: number; odds?: Odds }; blank: Odds | undefined }

/**
 * The label of an actor from what the rules say and what a model answered. Where the model's odds are known, the rules' label
 * weighs in them and the most probable label wins, unless its confidence is below the threshold of the recipe's calibration:
 * then the stance is unstated, without a confidence. Where they are not known, the rules' label stands, if they have one.
 */
export function decideStance(rule: WireStance, { answer, blank }: Answer, input: StepInput): WireStance {
  const { label, sentence, odds } = answer
  if (odds === undefined) return rule.label === 'unstated' ? answered(rule, label, sentence, input) : rule
  const best = mostProbable(joinOdds({ odds, blank, rule: rule.label }))
  if (best === undefined) return rule
  const { calibration } = input.recipe
  const confidence = calibrated(best.probability, calibration)
  const chosen = StanceLabel.parse(best.label)
  if (chosen === 'unstated') return { ...unstated(rule), confidence }
  if (confidence < (calibration?.threshold ?? THRESHOLD)) return unstated(rule)
  const stance = chosen === rule.label ? rule : answered(rule, chosen, sentence, input)
  // It is how probable the label is that was chosen: of what is left without a sentence it says nothing.
  return stance.label === chosen ? { ...stance, confidence } : stance
}

/** Without a calibration: what promises, as `eval --calibrate` does, that 70 % of the labels are right, by the articles of the fit. */
const THRESHOLD = 0.51

function calibrated(probability: number, calibration: Calibration | undefined): number {
  if (calibration === undefined) return probability
  const bounded = Math.min(Math.max(probability, 1e-6), 1 - 1e-6)
  const logit = calibration.slope * Math.log(bounded / (1 - bounded)) + calibration.intercept
  return 1 / (1 + Math.exp(-logit))
}

function unstated({ actor, target }: WireStance): WireStance {
  return { actor, target, sentences: [], voice: null, label: 'unstated', rationale: null }
}

function answered(rule: WireStance, label: StanceLabel, sentence: number | undefined, input: StepInput): WireStance {
  if (label === 'unstated' || sentence === undefined || sentence < 1) return unstated(rule)
  const voice = voiceOf(rule.actor, sentence - 1, input)
  return { ...unstated(rule), sentences: [sentence], voice, label }
}

/** Who tells it in that sentence: the actor by a saying of its own, somebody else who speaks there, or the journalist. */
function voiceOf(actor: number, sentence: number, { reading, cast }: StepInput): Voice {
  const found = cast?.actors.find(({ id }) => id === actorAt(cast, actor))
  if (found === undefined) return 'narrator'
  const isActor = namedTest(found, reading)
  const told = reading.attributions.filter((each) => each.sentence === sentence && each.speaker !== undefined)
  if (told.some(({ speaker }) => speaker !== undefined && isActor(speaker))) return 'self'
  const isMentionedIn = (start: number, end: number) =>
    found.mentions.some((mention) => mention.start >= start && mention.end <= end)
  return told.some(({ content }) => isMentionedIn(content.start, content.end)) ? 'reported' : 'self'
}
