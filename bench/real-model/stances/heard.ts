import { z } from 'zod'
import type { GoldArticle } from '../../../evals/gold/read-gold.ts'
import { align } from '../../../evals/scores/aligned.ts'
import { analyse } from '../../../pipeline/analyse.ts'
import { read } from '../../../pipeline/rules/read.ts'
import type { StanceLabel } from '../../../pipeline/schema/analysis.ts'
import type { Ledger, Limiter } from '../../../pipeline/schema/call-contract.ts'
import type { Engine, EngineFor, Odds, Step, StepInput } from '../../../pipeline/schema/contracts.ts'
import type { Recipe } from '../../../pipeline/schema/recipe.ts'
import { actorAt, targetAt } from '../../../pipeline/steps/cast-numbers.ts'
import { OddsShape } from '../../../pipeline/steps/odds.ts'
import { extractStances } from '../../../pipeline/steps/stances/extract.ts'
import type { Witnesses } from '../../../pipeline/steps/stances/join-odds.ts'

/**
 * What was said of an actor of a gold article, beside its label. `isSeen`: the rules were made with the article; `said` is
 * undefined of an actor that was not found, or not asked about.
 */
export type Heard = {
  article: string
  isSeen: boolean
  actor: string
  gold: StanceLabel
  said: Witnesses | undefined
}

type Asking = { isSeen: boolean; recipe: Recipe; engineFor: EngineFor; ledger: Ledger; limiter: Limiter }

/** Analyses the article, and keeps what the stances were decided from. */
export async function heardOf(
  gold: GoldArticle,
  { isSeen, recipe, engineFor, ledger, limiter }: Asking,
): Promise<Heard[]> {
  const reading = read(gold.article)
  let kept: { parts: readonly unknown[]; input: StepInput } | undefined
  const listening: EngineFor = async (step) =>
    hearing(await engineFor(step), (parts, input) => {
      if (input.complaints === undefined) kept = { parts, input }
    })
  const account = { ledger, limiter, sample: 0, lane: 'archive' as const, article: gold.article.contentHash }
  const analysis = await analyse(reading, recipe, { engineFor: listening, account })
  const { idOf } = align(gold, reading, analysis)
  return gold.stances
    .filter(({ target }) => target === 'main')
    .map(({ actor, label }) => {
      const id = idOf.get(actor)
      const said = id === undefined || kept === undefined ? undefined : witnesses(id, kept)
      return { article: gold.id, isSeen, actor, gold: label, said }
    })
}

/** An engine as it is; what is joined to stances is heard on the way. */
function hearing(engine: Engine, hear: (parts: readonly unknown[], input: StepInput) => void): Engine {
  const listening = (step: Step): Step =>
    step.name !== 'stances'
      ? step
      : {
          ...step,
          merge: (parts, input) => {
            hear(parts, input)
            return step.merge(parts, input)
          },
        }
  return { ...engine, run: (steps, input, options) => engine.run(steps.map(listening), input, options) }
}

function witnesses(actor: string, { parts, input }: { parts: readonly unknown[]; input: StepInput }) {
  const { cast } = input
  if (cast === undefined) return undefined
  const about = z
    .array(Part)
    .parse(parts)
    .filter(({ target }) => target === cast.mainIssue)
  const oddsOf = (who: string | undefined): Odds | undefined => about.find((part) => part.actor === who)?.odds
  const odds = oddsOf(actor)
  const rule = extractStances(input).stances.find(
    (stance) => actorAt(cast, stance.actor) === actor && targetAt(cast, stance.target) === cast.mainIssue,
  )
  return odds && { odds, blank: oddsOf(undefined), rule: rule?.label ?? 'unstated' }
}

const Part = z.looseObject({ actor: z.string().optional(), target: z.string(), odds: OddsShape })
