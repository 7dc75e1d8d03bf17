import { ground } from '../ground/ground.ts'
import { Analysis } from '../schema/analysis.ts'
import type { Claim, Complaint } from '../schema/contracts.ts'
import type { Correction } from '../schema/correction.ts'
import { StandpointError } from '../schema/errors.ts'
import type { Reading } from '../schema/reading.ts'
import { allSteps } from '../steps/all.ts'
import { add } from './additions.ts'
import { breachesOf, idsOf } from './breaches.ts'
import { castOf, correctActor, correctIssue } from './cast.ts'
import type { Edit, Edited, Editing } from './edit.ts'
import { type Fault, fault, isFault } from './fault.ts'
import { correctLine } from './lines.ts'
import { correctReaction } from './reactions.ts'
import { realign } from './realign.ts'
import { remove } from './removals.ts'
import { correctStance } from './stances.ts'

/** Why a correction was refused: its place in the list, the claim and the field, and what would be right. */
type Refusal = { index: number; claim: string; field: string } & Fault

export type Corrected = { kind: 'corrected'; analysis: Analysis } | { kind: 'refused'; refusals: Refusal[] }

/**
 * An analysis as editors want it: all corrections are made, or none and every reason is given. Their order does not matter.
 *
 * Each claim that they touch is grounded whole, as what a model wrote is; so is every other claim that concerns a corrected actor.
 * Ids stay: what is added gets the next number of its part, and never one of `taken`, the ids that earlier versions have removed.
 * `grounding`, `defects` and `usage` tell of the run of the pipeline and stay as they were: an editor's work is counted in the
 * history, not among the claims that a check dropped. Only a warning about a claim that is gone no longer names it.
 *
 * `reading` must be that of the article, in the language of the recipe. Where newer rules split the article otherwise than those
 * that the analysis was made by, its numbers of sentences and quotations become those of the reading.
 * @throws StandpointError INTERNAL when it is of another article
 */
export function correct(
  stored: Analysis,
  reading: Reading,
  corrections: readonly Correction[],
  { taken = [] }: { taken?: readonly string[] } = {},
): Corrected {
  if (stored.contentHash !== reading.article.contentHash) {
    throw new StandpointError('INTERNAL', 'The reading is of another article than the analysis')
  }
  const analysis = realign(stored, reading)
  const edits = editsOf(corrections, analysis, taken)
  const contradicting = contradictions(edits)
  if (contradicting.length > 0) return refused(contradicting)
  const { edited, refusals } = editAll(edits, analysis, reading)
  addFirst(refusals, brokenBy(edits, edited, { analysis, reading }))
  addFirst(refusals, ungroundedBy(edits, edited, { analysis, reading }))
  return refusals.length > 0 ? refused(refusals) : { kind: 'corrected', analysis: Analysis.parse(withWarnings(edited)) }
}

function refused(refusals: readonly Refusal[]): Corrected {
  return { kind: 'refused', refusals: [...refusals].sort((a, b) => a.index - b.index) }
}

/** A claim that was refused already is not whole, and what else is wrong with it means nothing. */
function addFirst(refusals: Refusal[], more: readonly Refusal[]): void {
  const known = new Set(refusals.map(({ claim }) => claim))
  refusals.push(...more.filter(({ claim }) => !known.has(claim)))
}

function editsOf(corrections: readonly Correction[], analysis: Analysis, taken: readonly string[]): Edit[] {
  const ids = new Set([...idsOf(analysis), ...taken])
  return corrections.map((correction, index) => {
    if (correction.what !== 'addition') {
      const field = correction.what === 'removal' ? 'removal' : correction.field
      return { index, claim: correction.claim, field, correction }
    }
    const claim = freeId(correction.add.part, ids)
    ids.add(claim)
    return { index, claim, field: 'addition', correction }
  })
}

const LETTERS = { stance: 's', reaction: 'r', brief: 'b', keyPoints: 'k' } as const

function freeId(part: keyof typeof LETTERS | 'headline', ids: ReadonlySet<string>): string {
  if (part === 'headline') return 'h'
  const numbers = [...ids].filter((id) => id.startsWith(LETTERS[part])).map((id) => Number(id.slice(1)))
  return `${LETTERS[part]}${Math.max(0, ...numbers.filter(Number.isFinite)) + 1}`
}

/** Two corrections of one field, or of a claim that is removed as well: which of them is meant, nobody knows. */
function contradictions(edits: readonly Edit[]): Refusal[] {
  return edits.flatMap((edit) => {
    const { claim, field } = edit
    const others = edits.filter((other) => other !== edit && other.claim === claim)
    if (others.some((other) => other.field === field && other.index < edit.index)) {
      return [
        refusal(edit, fault(`The ${field} of ${claim} is corrected twice in this set.`, 'Leave one of them out.')),
      ]
    }
    if (field !== 'removal' || others.length === 0) return []
    return [refusal(edit, fault(`${claim} is corrected and removed in one set.`, 'Leave one of them out.'))]
  })
}

function refusal({ index, claim, field }: Edit, { message, fix }: Fault): Refusal {
  return { index, claim, field, ...fault(message, fix) }
}

function editAll(edits: readonly Edit[], analysis: Analysis, reading: Reading) {
  const removed = new Set(edits.flatMap(({ claim, field }) => (field === 'removal' ? [claim] : [])))
  const editing: Editing = { reading, isRemoved: (claim) => removed.has(claim) }
  const refusals: Refusal[] = []
  let edited = analysis
  for (const edit of [...edits].sort((a, b) => rankOf(a) - rankOf(b))) {
    const outcome = editOne(edited, edit, editing)
    if (isFault(outcome)) refusals.push(refusal(edit, outcome))
    else edited = outcome
  }
  return { edited, refusals }
}

/** A label or kind decides other fields unless they are corrected too, and what goes is looked at last. */
function rankOf({ field }: Edit): number {
  const rank = ['label', 'kind', 'name', 'actor', 'quote'].indexOf(field)
  if (rank >= 0) return rank
  return { addition: 11, removal: 12 }[field] ?? 10
}

function editOne(analysis: Analysis, { correction, claim }: Edit, editing: Editing): Edited {
  switch (correction.what) {
    case 'stance':
      return correctStance(analysis, correction, editing)
    case 'reaction':
      return correctReaction(analysis, correction, editing)
    case 'line':
      return correctLine(analysis, correction, editing)
    case 'actor':
      return correctActor(analysis, correction, editing)
    case 'issue':
      return correctIssue(analysis, correction, editing)
    case 'addition':
      return add(analysis, correction, editing, claim)
    case 'removal':
      return remove(analysis, claim, editing)
  }
}

function brokenBy(edits: readonly Edit[], edited: Analysis, { analysis, reading }: Before): Refusal[] {
  return breachesOf(edited, analysis, reading).flatMap(({ claim, ...breach }) => {
    const edit = edits.find((each) => each.claim === claim)
    return edit ? [refusal(edit, breach)] : []
  })
}

type Before = { analysis: Analysis; reading: Reading }

/** Complaints about touched claims, and about others that stood before. */
function ungroundedBy(edits: readonly Edit[], edited: Analysis, { analysis, reading }: Before): Refusal[] {
  const claims = claimsOf(edited)
  const complaints = ground(claims, { reading, cast: castOf(edited) })
  if (complaints.length === 0) return []
  const fell = new Set(ground(claimsOf(analysis), { reading, cast: castOf(analysis) }).map(keyOf))
  return complaints.flatMap((complaint) => {
    const own = edits.filter((edit) => edit.claim === complaint.claim)
    const edit = own.find(({ field }) => field === complaint.field) ?? own[0]
    if (edit) return [refusal(edit, complaintOf(complaint))]
    return fell.has(keyOf(complaint)) ? [] : unsettled(complaint, edits, claims)
  })
}

function claimsOf(analysis: Analysis): Claim[] {
  return allSteps.flatMap((step) => step.claims(analysis, castOf(analysis)))
}

function keyOf({ claim, field }: Complaint): string {
  return `${claim} ${field}`
}

function complaintOf({ message, cite }: Complaint): Fault {
  const numbers = cite?.map((index) => index + 1).join(', ')
  return fault(message, numbers === undefined ? undefined : `Take sentence ${numbers} into the evidence.`)
}

/** A claim that nobody touched and that falls because its actor was corrected. */
function unsettled(complaint: Complaint, edits: readonly Edit[], claims: readonly Claim[]): Refusal[] {
  const claim = claims.find(({ id }) => id === complaint.claim)
  const people = new Set([...(claim?.concerns ?? []), claim?.quote?.speaker])
  const edit = edits.find((each) => people.has(each.claim)) ?? edits[0]
  const message = `${claim?.name ?? complaint.claim} (${complaint.claim}) would not stand: ${complaint.message}`
  return edit ? [refusal(edit, fault(message, `Correct or remove ${complaint.claim} in the same set.`))] : []
}

/** A warning names a claim only as long as that is there. */
function withWarnings(analysis: Analysis): Analysis {
  const ids = new Set(idsOf(analysis))
  const warnings = analysis.grounding.warnings.map((warning) => {
    if (warning.claim === undefined || ids.has(warning.claim)) return warning
    const { claim: _, ...rest } = warning
    return rest
  })
  return { ...analysis, grounding: { ...analysis.grounding, warnings } }
}
