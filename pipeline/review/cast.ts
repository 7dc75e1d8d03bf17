import { lexiconOf } from '../ground/lexicon/lexicon.ts'
import type { Actor, Analysis, Issue } from '../schema/analysis.ts'
import type { Cast } from '../schema/contracts.ts'
import type { ActorCorrection, IssueCorrection } from '../schema/correction.ts'
import type { Reading } from '../schema/reading.ts'
import { type ActorFinder, actorFinder } from '../steps/actors/find-actor.ts'
import { evidencesOf, inOrder } from '../steps/actors/resolve.ts'
import { foldCase } from '../text/fold-case.ts'
import { locateQuote } from '../text/locate-quote.ts'
import { wordsOf } from '../text/words.ts'
import { type Edited, type Editing, tidied } from './edit.ts'
import { type Fault, fault, isFault } from './fault.ts'
import { locatePassages } from './locate-passages.ts'
import { noClaim } from './unknown.ts'

/** The actors and issues of an analysis as later steps count by them. */
export function castOf({ actors, issues, mainIssue }: Analysis): Cast {
  const numbers = { actors: actors.map(({ id }) => id), issues: issues.map(({ id }) => id) }
  return { actors, issues, mainIssue, numbers }
}

/** Names and aliases must stand in the article and be nobody else's; mentions follow them. */
export function correctActor(analysis: Analysis, correction: ActorCorrection, { reading }: Editing): Edited {
  const actor = analysis.actors.find(({ id }) => id === correction.claim)
  if (actor === undefined) return noClaim('actor', correction.claim, analysis.actors)
  const corrected = correctedActor(actor, correction, { analysis, reading })
  if (isFault(corrected)) return corrected
  return { ...analysis, actors: analysis.actors.map((each) => (each === actor ? corrected : each)) }
}

type Context = { analysis: Analysis; reading: Reading }

function correctedActor(actor: Actor, correction: ActorCorrection, context: Context): Actor | Fault {
  switch (correction.field) {
    case 'name':
      if (actor.given) return fault(`${actor.name} was asked for by the recipe, under this name.`)
      return named(actor, { name: tidied(correction.value), aliases: actor.aliases }, context)
    case 'aliases':
      return named(actor, { name: actor.name, aliases: [...new Set(correction.value.map(tidied))] }, context)
    case 'kind':
      return { ...actor, kind: correction.value }
    case 'role': {
      const { role: _, ...rest } = actor
      return correction.value === null ? rest : { ...rest, role: tidied(correction.value) }
    }
  }
}

type Names = { name: string; aliases: string[] }

function named(actor: Actor, names: Names, { analysis, reading }: Context): Actor | Fault {
  const before = [actor.name, ...actor.aliases]
  const after = [names.name, ...names.aliases]
  const added = after.filter((name) => !before.includes(name))
  const find = actorFinder(reading)
  for (const name of added) {
    const wrong = nameFault(name, { others: analysis.actors.filter((each) => each !== actor), find, reading })
    if (wrong) return wrong
  }
  const aliases = names.aliases.filter((alias) => alias !== names.name)
  return { ...actor, name: names.name, aliases, mentions: mentionsOf(actor, { before, after, find, reading }) }
}

/** Two of the names of an actor that the article gives to two people. */
export function twoPeople({ name, aliases }: Actor, reading: Reading): [string, string] | undefined {
  const find = actorFinder(reading)
  const people = [name, ...aliases].flatMap((each) => {
    const found = find(each)
    return found?.cluster?.kind === 'person' ? [{ name: each, key: found.key }] : []
  })
  const [first] = people
  const other = people.find(({ key }) => key !== first?.key)
  return first && other && [first.name, other.name]
}

type Look = { others: readonly Actor[]; find: ActorFinder; reading: Reading }

function nameFault(name: string, { others, find, reading }: Look): Fault | undefined {
  if (isNoName(name, reading)) return fault(`“${name}” names nobody: a pronoun or the like is no name.`)
  const found = find(name)
  const match = locateQuote(name, reading.article.text)
  if (found === undefined || match?.kind !== 'exact') {
    const hint = found && `The article writes “${found.name}”.`
    return fault(`The name ${name} is not in the article.`, hint ?? 'Write it as the article does, letter for letter.')
  }
  const key = foldCase(name)
  const other = others.find((actor) => {
    const isSame = [actor.name, ...actor.aliases].some((each) => foldCase(each) === key)
    return isSame || find(actor.name)?.key === found.key
  })
  return other && fault(`${name} is ${other.name} (${other.id}), who is another actor here.`)
}

function isNoName(name: string, { language }: Reading): boolean {
  const { functionWords, pronouns } = lexiconOf(language)
  return wordsOf(foldCase(name)).every(({ text }) => functionWords.has(text) || pronouns.has(text))
}

type Change = { before: readonly string[]; after: readonly string[]; find: ActorFinder; reading: Reading }

/**
 * The places of added names join the mentions and those of removed ones leave, with what the rules take for the same one
 * (a pronoun) where no name that is kept is the same one.
 */
function mentionsOf({ mentions }: Actor, { before, after, find, reading }: Change): Actor['mentions'] {
  const keys = new Set(after.map((name) => find(name)?.key))
  const removed = before.filter((name) => !after.includes(name))
  const gone = new Set(
    removed
      .map(find)
      .flatMap((found) => (found && !keys.has(found.key) ? found.mentions.map(({ start }) => start) : [])),
  )
  const kept = mentions.filter(({ start, text }) => !removed.includes(text) && !gone.has(start))
  const added = after.filter((name) => !before.includes(name)).flatMap((name) => find(name)?.mentions ?? [])
  return inOrder([...kept, ...evidencesOf(added, reading)])
}

export function correctIssue(analysis: Analysis, correction: IssueCorrection, { reading }: Editing): Edited {
  const issue = analysis.issues.find(({ id }) => id === correction.claim)
  if (issue === undefined) return noClaim('issue', correction.claim, analysis.issues)
  if (issue.given) return fault(`“${issue.statement}” was asked for by the recipe, in these words.`)
  const corrected = correctedIssue(issue, correction, reading)
  if (isFault(corrected)) return corrected
  return { ...analysis, issues: analysis.issues.map((each) => (each === issue ? corrected : each)) }
}

function correctedIssue(issue: Issue, correction: IssueCorrection, reading: Reading): Issue | Fault {
  if (correction.field === 'statement') return { ...issue, statement: tidied(correction.value) }
  const evidence = locatePassages(correction.value, reading, issue.evidence[0]?.start)
  return isFault(evidence) ? evidence : { ...issue, evidence }
}
