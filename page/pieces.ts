import type { Span } from '../pipeline/schema/span.ts'
import type { Claim } from './claims.ts'

/** A stretch of the article that the same lines rest on. */
export type Piece = Span & { text: string; claims: readonly Claim[] }
/** Paragraphs are what stands between line ends; the pieces of one, put together, are its text. */
export type Paragraph = Span & { pieces: readonly Piece[] }

/** The article in paragraphs, each cut wherever the words of a line begin or end, so that lines may overlap. */
export function paragraphsOf(text: string, claims: readonly Claim[]): Paragraph[] {
  return [...text.matchAll(/[^\n]*\S[^\n]*/g)].map(({ index, 0: words }) => {
    const paragraph = { start: index, end: index + words.length }
    return { ...paragraph, pieces: piecesOf(text, paragraph, claims) }
  })
}

function piecesOf(text: string, paragraph: Span, claims: readonly Claim[]): Piece[] {
  const inside = claims.flatMap((claim) =>
    claim.spans.filter((span) => overlaps(span, paragraph)).map((span) => ({ span, claim })),
  )
  const edges = inside.flatMap(({ span }) => [span.start, span.end]).filter((at) => isWithin(at, paragraph))
  const cuts = [...new Set([paragraph.start, ...edges, paragraph.end])].sort((a, b) => a - b)
  return cuts.slice(0, -1).map((start, at) => {
    const piece = { start, end: cuts[at + 1] ?? paragraph.end }
    const resting = new Set(inside.filter(({ span }) => overlaps(span, piece)).map(({ claim }) => claim))
    return { ...piece, text: text.slice(piece.start, piece.end), claims: [...resting] }
  })
}

function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end
}

function isWithin(at: number, { start, end }: Span): boolean {
  return at > start && at < end
}
