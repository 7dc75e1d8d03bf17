/** What a rival's output needed before it could be scored, counted over articles. */
export type RivalCounters = {
  articles: number
  /** Nothing usable came back. */
  lost: number
  /** Something came back, and the run also tells of a fault. */
  partly: number
  actors: number
  actorsNotInArticle: number
  /** Kinds, stances and polarities. */
  labels: number
  labelsOutsideList: number
  quotes: number
  /** Not in the article, marks and white space folded: the check that our own quotes pass. */
  quotesNotVerbatim: number
  evidence: number
  evidenceNotVerbatim: number
  /** Of those not verbatim, the ones that the rival itself could set in a place of the article. */
  evidencePlacedByRival: number
  /** A side was taken and no words were given for it. */
  stancesWithoutEvidence: number
  /** Speakers and holders of a stance who are nobody on the rival's own list. */
  unlistedNames: number
}

export function noCounters(): RivalCounters {
  return {
    articles: 0,
    lost: 0,
    partly: 0,
    actors: 0,
    actorsNotInArticle: 0,
    labels: 0,
    labelsOutsideList: 0,
    quotes: 0,
    quotesNotVerbatim: 0,
    evidence: 0,
    evidenceNotVerbatim: 0,
    evidencePlacedByRival: 0,
    stancesWithoutEvidence: 0,
    unlistedNames: 0,
  }
}

export function sumOf(all: readonly RivalCounters[]): RivalCounters {
  const sum = noCounters()
  for (const each of all) {
    for (const key of Object.keys(sum) as (keyof RivalCounters)[]) sum[key] += each[key]
  }
  return sum
}
