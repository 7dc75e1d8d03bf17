import type { Block } from './page-blocks.ts'

/**
 * Leaves out what a page puts between and around the paragraphs of its article: links to other articles, credits, dates,
 * calls to subscribe, a note on the author. Prose is never touched, and a list of results stays whole.
 */
export function withoutFurniture(
  blocks: readonly Block[],
  { title, author }: { title?: string; author?: string },
): Block[] {
  const story = blocks.filter((block) => !isLinkAlone(block) && !isFurniture(block.text))
  const isEdge = (block: Block) => isByTheWay(block.text, title) || isAboutAuthor(block.text, author)
  const first = countWhile(story, isEdge)
  const last = countWhile(story.toReversed(), (block) => isEdge(block) || isFarewell(block.text))
  // A long run of short lines is a table or a list, and part of the story.
  return story.slice(first <= MOST_EDGE_BLOCKS ? first : 0, last <= MOST_EDGE_BLOCKS ? story.length - last : undefined)
}

const MOST_EDGE_BLOCKS = 8

/** Ends as a sentence does. */
export function isSentence(text: string): boolean {
  return /[.!?。！？…:]["'”’»)\]]*$/u.test(text)
}

function isLinkAlone({ text, linked }: Block): boolean {
  return linked > 0.8 && text.length < 200 && !/[.。]["”’»)]*$/u.test(text)
}

const SHORT = 200
const FURNITURE = [
  /^\W{0,2}(?:advertisements?|adverti[sz]ing|advert|sponsored|anzeige|publicidad|publicité|iklan|trending|share|subscribe|sign (?:in|up)|skip to content)\W*$/iu,
  /^\W{0,2}(?:read (?:more|also|next)|see also|related|more on this|recommended|watch|listen|lee también|lesen sie auch|lire aussi)\s*[:|]/iu,
  /^\W{0,2}(?:related (?:news|stories|articles|topics)|you (?:may|might) also like|most (?:read|popular)|more from)\b/iu,
  /^\(?(?:photo|image|picture|foto|credit)s?(?: (?:copyright|credits?|source|by))?\s*[:|/©]/iu,
  /^image (?:copyright|caption|source)\b/iu,
  /^https?:\/\/\S+$/u,
]

function isFurniture(text: string): boolean {
  return text.length < SHORT && FURNITURE.some((pattern) => pattern.test(text))
}

/** A line at an end of the story that is no sentence (a date, a credit, a heading), or is the title once more. */
function isByTheWay(text: string, title: string | undefined): boolean {
  return text === title || (text.length < 120 && (!isSentence(text) || DATED.test(text)))
}

const DATED = /^(?:posted|published|updated|last updated|first published)\b/i

/** "Ada Quill covers health for the Post." */
function isAboutAuthor(text: string, author: string | undefined): boolean {
  const names = author === undefined ? [] : author.split(/,|\band\b|&/).map((name) => name.trim())
  return text.length < 400 && names.some((name) => /\S\s+\S/u.test(name) && text.startsWith(name))
}

const FAREWELL =
  /^(?:follow (?:us|[@\w]+)|(?:click|tap) here|subscribe|sign up|get (?:the latest|breaking|access|our)|have a tip|want more|for more|contact|copyright|©|all rights reserved|this (?:document|article|material) (?:is subject|may not)|citation:|about the author|listen to|additional reporting|filed under|comments? (?:are|is) closed)/iu

function isFarewell(text: string): boolean {
  return text.length < 400 && FAREWELL.test(text)
}

function countWhile<T>(items: readonly T[], holds: (item: T) => boolean): number {
  const end = items.findIndex((item) => !holds(item))
  return end === -1 ? items.length : end
}
