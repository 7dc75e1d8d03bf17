import type { Complaint } from '../schema/contracts.ts'

/** The faulty items of a repair, one a line: the item, what it cited, what is wrong with it. Several faults of one stand together. */
export function repairItems(complaints: readonly Complaint[]): string {
  const byClaim = Map.groupBy(complaints, (complaint) => complaint.claim)
  return [...byClaim.values()]
    .map((faults, index) => {
      const [first] = faults
      const cited = first?.sentences.map((sentence) => sentence + 1).join(', ')
      const what = faults.map(({ field, message }) => (field ? `${field}: ${message}` : message)).join(' ')
      return `${index + 1}. ${first?.item ?? ''}${cited ? ` (cites ${cited})` : ''}\n   Fault: ${what}`
    })
    .join('\n')
}

/** The sentences that a repair shows: the windows that the faulty items cite, all of a short article. */
export function repairSentences(
  complaints: readonly Pick<Complaint, 'sentences'>[],
  windows: readonly { sentences: readonly number[] }[],
): readonly number[] {
  const cited = new Set(complaints.flatMap((complaint) => complaint.sentences))
  // One question shows one window: the one that most of the faulty items cite.
  const [best] = [...windows].sort((a, b) => hits(b.sentences, cited) - hits(a.sentences, cited))
  return best?.sentences ?? NONE
}

const NONE: readonly number[] = []

function hits(sentences: readonly number[], cited: ReadonlySet<number>): number {
  return sentences.filter((sentence) => cited.has(sentence)).length
}
