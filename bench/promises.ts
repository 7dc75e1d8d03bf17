// How often a threshold that was chosen from a sample breaks what it was chosen for, and how many claims it accepts: ours beside
// plainer ways to choose one, in archives that are made up so that promises break easily. Prints each archive, then a summary.
//     node bench/promises.ts [ROUNDS]
import { bargain, type Claimed, type Suffices, searched, type Target } from '../evals/statistics/bargain.ts'
import { drawn, POPULATIONS } from '../evals/statistics/populations.fake.ts'
import { thresholdInSample, type Worth, worthAt, worthCurve } from '../evals/statistics/worth-curve.ts'
import { PromiseKind } from '../pipeline/schema/recipe.ts'

const rounds = Number(process.argv[2] ?? 1_000)
const SIZES = [30, 60, 200]
/** Articles that tell what a threshold is really worth. */
const TRUTH = 20_000

type Chosen = { threshold: number } | undefined
type Method = (claims: readonly Claimed[], target: Target) => Chosen

const METHODS: Readonly<Record<string, Method>> = {
  'betting over articles (ours)': (claims, target) => chosen(bargain(claims, target)),
  'just reached in the sample': thresholdInSample,
  'Hoeffding over articles': (claims, target) => chosen(searched(claims, target, hoeffding)),
  'Clopper-Pearson over claims': (claims, target) => chosen(searched(claims, target, clopperPearson)),
}

type Row = { kind: PromiseKind; articles: number; population: string; method: string; broken: number; coverage: number }

const rows = PromiseKind.options.flatMap((kind) =>
  Object.keys(POPULATIONS).flatMap((population) => {
    const truth = worthCurve(populationOf(population, TRUTH, 1), kind)
    return SIZES.flatMap((articles) => rowsOf({ kind, population, articles }, truth))
  }),
)
console.table(rows.map((row) => ({ ...row, broken: percent(row.broken), coverage: percent(row.coverage) })))
console.table(summaryOf(rows))

/** Every method on the same samples, and the best that somebody could do who knew the whole archive. */
function rowsOf(of: Pick<Row, 'kind' | 'population' | 'articles'>, truth: readonly Worth[]): Row[] {
  const target: Target = { kind: of.kind, value: 0.8, probability: 0.9 }
  const rows = Object.keys(METHODS).map((method): Row => ({ ...of, method, broken: 0, coverage: 0 }))
  for (let round = 0; round < rounds; round++) {
    const claims = populationOf(of.population, of.articles, 100 + round)
    for (const row of rows) {
      const found = METHODS[row.method]?.(claims, target)
      const { coverage, worth } = found ? worthAt(truth, found.threshold, of.kind) : withoutThreshold(of.kind)
      row.coverage += coverage / rounds
      if (found && worth !== undefined && worth < target.value) row.broken += 1 / rounds
    }
  }
  const best = truth.filter(({ worth }) => worth !== undefined && worth >= target.value)
  const ideal = of.kind === 'recall' ? best[0] : best.at(-1)
  const { coverage } = ideal ?? withoutThreshold(of.kind)
  return [...rows, { ...of, method: 'best possible', broken: 0, coverage }]
}

/** Where nothing can be promised, no label is kept; to lose none that is right, all are. */
function withoutThreshold(kind: PromiseKind): Omit<Worth, 'threshold'> {
  return { coverage: kind === 'recall' ? 1 : 0, worth: undefined }
}

function populationOf(name: string, articles: number, seed: number): Claimed[] {
  const population = POPULATIONS[name]
  if (population === undefined) throw new Error(`There is no population "${name}"`)
  return drawn(population, articles, seed)
}

function chosen(found: ReturnType<typeof bargain>): Chosen {
  return found.kind === 'threshold' ? found : undefined
}

/** The mean of articles, less what chance can add to it. */
function hoeffding(...[tallies, { value, probability }]: Parameters<Suffices>): boolean {
  const mean = tallies.reduce((sum, { good, counted }) => sum + good / counted, 0) / tallies.length
  return mean - Math.sqrt(-Math.log(1 - probability) / (2 * tallies.length)) >= value
}

/** The exact binomial test, one-sided, as if each claim were drawn for itself. */
function clopperPearson(...[tallies, { value, probability }]: Parameters<Suffices>): boolean {
  const all = tallies.reduce((sum, { counted }) => sum + counted, 0)
  const good = tallies.reduce((sum, each) => sum + each.good, 0)
  let [chance, tail] = [value ** all, 0]
  for (let successes = all; successes >= good; successes--) {
    tail += chance
    chance *= (successes / (all - successes + 1)) * ((1 - value) / value)
  }
  return all > 0 && tail <= 1 - probability
}

/** Over the populations: how often the worst of them breaks its promise, how often all do, and what is accepted. */
function summaryOf(all: readonly Row[]) {
  const groups = Map.groupBy(all, ({ kind, articles, method }) => `${kind}, ${articles} articles, ${method}`)
  return [...groups].map(([group, own]) => ({
    group,
    worst: percent(Math.max(...own.map(({ broken }) => broken))),
    mean: percent(own.reduce((sum, { broken }) => sum + broken, 0) / own.length),
    coverage: percent(own.reduce((sum, { coverage }) => sum + coverage, 0) / own.length),
  }))
}

function percent(share: number): string {
  return (share * 100).toFixed(1)
}
