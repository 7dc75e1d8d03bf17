import { z } from 'zod'
import { fill } from '../../../prompts/fill.ts'
import { Polarity, ReactionKind } from '../../schema/analysis.ts'
import type { Asked, Cast, PromptText, Question, StepInput, Texts, Window } from '../../schema/contracts.ts'
import type { Reading } from '../../schema/reading.ts'
import { answerRoom } from '../answer-room.ts'
import { actorName, actorNames, targetNames } from '../cast-numbers.ts'
import { chunksOf } from '../chunks-of.ts'
import { exampleSectionsWithCast, showExample } from '../example.ts'
import { languageName } from '../language-name.ts'
import { repairItems, repairSentences } from '../repair-items.ts'
import { showCast } from '../show-cast.ts'
import { numberAmong } from '../wire-number.ts'
import { type Candidate, candidatesIn, type Statement, statementsIn } from './candidates.ts'
import { sentencesAround, speakersNear } from './near.ts'
import { readReactions } from './read-answer.ts'
import { NOBODY, ReactionsWire } from './wire.ts'

/** More keys than this in one answer, and it repeats itself. */
const MAX_CANDIDATES = 25
const MAX_STATEMENTS = 8
const MAX_OTHERS = 6
const TOKENS_PER_REACTION = 100
const WORDS_QUOTED = 6
const WORDS_BESIDE = 6
/** Characters beside a quotation that its words are looked for in. */
const CONTEXT = 120
const MAX_OWN_ACTORS = 30
/** A small model fills a list as far as it may. */
const MAX_CITED = 2

export const reactionsSections = {
  ...exampleSectionsWithCast,
  task: ['language', 'cast', 'quotations', 'others', 'example'],
  cast: ['issues', 'actors'],
  quotations: ['quotations'],
  'no quotations': [],
  others: ['sentences'],
  'no others': [],
  'own list': [],
  gaps: ['language', 'cast', 'quotations'],
  repair: ['language', 'cast', 'items'],
}

/**
 * For each window who reacted: every quotation in it is a candidate that must be answered, other reactions are listed beside.
 * Candidates that an answer left out are asked once more. In `single` the actors are those of the model's own list.
 */
export function askReactions(texts: Texts, input: StepInput, answered: ReadonlyMap<string, ReactionsWire>): Asked {
  const prompt = texts.steps.reactions
  return { known: [], questions: questionsOf(prompt, input, answered) }
}

type Group = { key: string; sentences: readonly number[]; candidates: readonly Candidate[]; withOthers: boolean }

function questionsOf(prompt: PromptText, input: StepInput, answered: ReadonlyMap<string, ReactionsWire>): Question[] {
  const { cast, windows, complaints } = input
  const language = languageName(input.reading.language)
  const shown = cast ? fill(prompt, 'cast', showCast(cast)) : fill(prompt, 'own list')
  if (complaints) {
    if (answered.size > 0) return []
    const sentences = repairSentences(complaints, windows)
    const group = { key: 'repair', sentences, candidates: [], withOthers: true }
    const task = fill(prompt, 'repair', { language, cast: shown, items: repairItems(complaints) })
    const narrowed = () => listSchema(sentences, input, complaints.length)
    return [{ ...asList(group, task, input), narrowed, maxTokens: (complaints.length + 2) * TOKENS_PER_REACTION }]
  }
  const groups = groupsOf(windows, input)
  if (answered.size === 0) {
    return groups.map((group) => {
      const task = fill(prompt, 'task', {
        language,
        cast: shown,
        quotations: listed(prompt, group.candidates, input.reading),
        others: group.withOthers
          ? fill(prompt, 'others', { sentences: numbersOf(statementsOf(group, input)) })
          : fill(prompt, 'no others'),
        example: showExample(prompt),
      })
      return asKeys(group, task, input)
    })
  }
  return groups.flatMap((group) => {
    const open = gapsOf(group, answered.get(group.key))
    if (open.length === 0 || !answered.has(group.key)) return []
    const task = fill(prompt, 'gaps', { language, cast: shown, quotations: listed(prompt, open, input.reading) })
    return [asKeys({ ...group, key: `${group.key}-gaps`, candidates: open, withOthers: false }, task, input)]
  })
}

/** Other reactions are asked for once a window, with its first candidates. */
function groupsOf(windows: readonly Window[], { reading, cast, recipe }: StepInput): Group[] {
  if (cast && cast.actors.length === 0) return []
  const fitting = Math.floor(answerRoom(recipe) / TOKENS_PER_REACTION) - MAX_STATEMENTS - MAX_OTHERS
  return windows.flatMap(({ index, sentences }) => {
    const chunks = chunksOf(candidatesIn(reading, sentences), Math.max(2, Math.min(MAX_CANDIDATES, fitting)))
    return (chunks.length > 0 ? chunks : [[]]).map((candidates, chunk) => ({
      key: `window-${index + 1}${chunk > 0 ? `-${chunk + 1}` : ''}`,
      sentences,
      candidates,
      withOthers: chunk === 0,
    }))
  })
}

function numbersOf(statements: readonly Statement[]): string {
  return statements.map(({ sentence }) => sentence + 1).join(', ') || '(none)'
}

function gapsOf({ candidates }: Group, wire: ReactionsWire | undefined): Candidate[] {
  const answered = new Set([...(wire?.noReaction ?? []), ...(wire?.reactions.map(({ quotation }) => quotation) ?? [])])
  return candidates.filter(({ number }) => !answered.has(number))
}

function listed(prompt: PromptText, candidates: readonly Candidate[], reading: Reading): string {
  if (candidates.length === 0) return fill(prompt, 'no quotations')
  const quotations = candidates
    .map(
      (candidate) =>
        `Q${candidate.number}, sentence ${(candidate.sentences[0] ?? 0) + 1}: ${inContext(candidate, reading)}`,
    )
    .join('\n')
  return fill(prompt, 'quotations', { quotations })
}

/** Weak models stop before they come to what was said without quotation marks. */
function statementsOf({ sentences, withOthers }: Group, { reading, cast }: StepInput): Statement[] {
  return cast && withOthers ? statementsIn(reading, cast, sentences).slice(0, MAX_STATEMENTS) : []
}

/**
 * A quotation between the words of its sentence next to it, where its speaker mostly stands: a weak model does not look there
 * by itself. Only the article's own words, shortened.
 */
function inContext({ number, sentences: [first = 0] }: Candidate, { article, sentences, quotations }: Reading): string {
  const { start, end } = quotations[number - 1] ?? { start: 0, end: 0 }
  const sentence = sentences[first] ?? { start, end }
  const words = (from: number, to: number) =>
    article.text.slice(from, Math.max(from, to)).replace(/\s+/g, ' ').split(' ')
  const before = words(Math.max(sentence.start, start - CONTEXT), start).slice(-WORDS_BESIDE)
  const quoted = words(start, Math.min(end, start + CONTEXT))
  const shown = quoted.length > WORDS_QUOTED ? [...quoted.slice(0, WORDS_QUOTED), '…'] : quoted
  const after = words(end, Math.min(Math.max(sentence.end, end), end + CONTEXT)).slice(0, WORDS_BESIDE)
  return [before, shown, after]
    .map((part) => part.join(' '))
    .join('')
    .trim()
}

/** A question that every server gets as a list, and one that enforces a grammar as an object with a key for each statement. */
function asKeys(group: Group, task: string, input: StepInput): Question {
  return { ...asList(group, task, input), narrowed: () => keyedSchema(group, input) }
}

function asList({ key, sentences, candidates }: Group, task: string, input: StepInput): Question {
  return {
    key,
    sentences,
    task,
    schema: ReactionsWire,
    narrowed: () => listSchema(sentences, input, MAX_CANDIDATES + MAX_OTHERS),
    maxTokens: (candidates.length + MAX_STATEMENTS + MAX_OTHERS) * TOKENS_PER_REACTION,
    read: readReactions,
  }
}

function keyedSchema(group: Group, input: StepInput) {
  const { candidates, sentences, withOthers } = group
  const quoted = candidates.map((each) => [`Q${each.number}`, spokenSchema(each, sentences, input.cast)] as const)
  const stated = statementsOf(group, input).map(
    (each) => [`S${each.sentence + 1}`, statedSchema(each, input.cast)] as const,
  )
  const keyed = Object.fromEntries<z.ZodType>([...quoted, ...stated])
  const others = z.array(z.strictObject(fieldsOf(sentences, input.cast))).max(MAX_OTHERS)
  return z.strictObject(withOthers ? { ...keyed, others } : keyed)
}

function listSchema(sentences: readonly number[], { reading, cast }: StepInput, most: number) {
  const numbers = candidatesIn(reading, sentences).map(({ number }) => number)
  const quotation = numbers.length > 0 ? z.literal(numbers).nullable() : z.null()
  const item = z.strictObject({ quotation, ...fieldsOf(sentences, cast) })
  return z.strictObject({
    reactions: z.array(item).max(most),
    noReaction: z.array(numbers.length > 0 ? z.literal(numbers) : z.number()).max(numbers.length),
  })
}

function fieldsOf(sentences: readonly number[], cast: Cast | undefined) {
  return {
    sentences: z
      .array(numberAmong(sentences.map((index) => index + 1)))
      .min(1)
      .max(MAX_CITED),
    actor: cast ? z.enum(actorNames(cast)) : z.int().min(1).max(MAX_OWN_ACTORS),
    kind: ReactionKind,
    polarity: Polarity,
    target: (cast ? z.enum(targetNames(cast)) : z.string()).nullable(),
    content: z.string().nullable(),
  }
}

/** Without an easy null: a small model takes it for every quotation. "nobody" is chosen among those who are named nearby. */
function spokenSchema({ sentences }: Candidate, shown: readonly number[], cast: Cast | undefined) {
  const near = sentencesAround(sentences, shown)
  const fields = fieldsOf(near, cast)
  const speakers = cast ? z.enum([...speakersNear(near, cast), 'nobody']) : z.int().min(NOBODY).max(MAX_OWN_ACTORS)
  return z.strictObject({ ...fields, actor: speakers })
}

/** In that sentence, of those who made it as far as the rules can tell, or of nobody. */
function statedSchema({ sentence, speakers }: Statement, cast: Cast | undefined) {
  const names = cast ? speakers.map((id) => actorName(cast, id)) : []
  return z.strictObject({ ...fieldsOf([sentence], cast), actor: z.enum([...names, 'nobody']) })
}
