/** A stretch of the article that rests under a line: `claim` is the id of the line. */
export type Rest = { claim: string; start: number; end: number }
export type Piece = { start: number; end: number; text: string; claims: string[] }

/** Cuts a stretch of text at every edge of what rests in it: each piece knows all the lines that rest on it. */
export function piecesOf(
  text: string,
  { start, end }: { start: number; end: number },
  rests: readonly Rest[],
): Piece[] {
  const inside = rests.filter((rest) => rest.start < end && rest.end > start)
  const edges = new Set(
    [start, end, ...inside.flatMap((rest) => [rest.start, rest.end])].filter((edge) => edge >= start && edge <= end),
  )
  const sorted = [...edges].sort((a, b) => a - b)
  return sorted.slice(0, -1).map((from, index) => {
    const to = sorted[index + 1] ?? end
    const claims = [...new Set(inside.filter((rest) => rest.start <= from && rest.end >= to).map((rest) => rest.claim))]
    return { start: from, end: to, text: text.slice(from, to), claims }
  })
}

/** Where the paragraphs of a text stand: between blank lines, or in a text that has none, between line ends. */
export function paragraphsOf(text: string): { start: number; end: number }[] {
  const paragraph = /\n\s*\n/.test(text) ? /\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*/g : /\S[^\n]*/g
  return [...text.matchAll(paragraph)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
}
