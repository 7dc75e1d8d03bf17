import { type GoldArticle, readGold } from '../../../evals/gold/read-gold.ts'
import type { Analysis } from '../../../pipeline/schema/analysis.ts'
import { type AskedFor, analyseOver } from './analyse-over.ts'
import type { Cassette, CassetteLabel } from './cassette.ts'

/**
 * Analyses the article of a cassette with the answers on it.
 * @throws Error naming the question that the cassette has no answer to, and how it is recorded
 */
export async function replay({ label, answers }: Cassette): Promise<{ analysis: Analysis; gold: GoldArticle }> {
  const gold = await goldOf(label)
  if (gold.article.contentHash !== label.contentHash) {
    throw new Error(`${nameOf(label)}: the article has another text since it was recorded. ${RECORD_ANEW}`)
  }
  const analysis = await analyseOver(gold.article, label, {
    answerTo: async ({ question, attempt }) =>
      answers.find((answer) => answer.question === question && answer.attempt === attempt),
    missing: (asked) => missing(asked, label),
  })
  return { analysis, gold }
}

/** The gold article of a cassette. */
export async function goldOf({ article }: Pick<CassetteLabel, 'article'>): Promise<GoldArticle> {
  const gold = (await readGold({ halves: ['development'] })).find(({ id }) => id === article)
  if (gold === undefined) throw new Error(`There is no gold article "${article}" in the development half`)
  return gold
}

function missing({ question, attempt }: AskedFor, label: CassetteLabel): Error {
  const which = attempt === 1 ? '' : `, asked for time ${attempt}`
  return new Error(`${nameOf(label)} has no answer to the question "${question}"${which}. ${RECORD_ANEW}`)
}

function nameOf({ model, mode, article }: CassetteLabel): string {
  return `The cassette ${model}.${mode}.${article}`
}

const RECORD_ANEW =
  'Have the model asked (node bench/real-model/run.ts MODEL FOLDER), then make it anew: node bench/real-model/record.ts FOLDER'
