import type { Name, Reading } from '../../schema/reading.ts'
import type { Span } from '../../schema/span.ts'
import { foldCase } from '../../text/fold-case.ts'
import { occurrencesOf } from '../../text/occurrences.ts'
import { isWordBoundary } from '../../text/words.ts'

/** Where and how the article names somebody. `key` is the same for two ways of naming the same one. */
export type FoundActor = { key: string; name: string; cluster: Name | undefined; mentions: readonly Span[] }

export type ActorFinder = (name: string) => FoundActor | undefined

const MAX_NAME_LENGTH = 120
const MAX_MENTIONS = 2_000

/**
 * Looks names up that a model or a recipe wrote: among the names that the rules resolved, as they are
 * or without an office before them ("President"), then word for word in the text. A name that the article does not contain is not found,
 * however like another one it looks: "Maria Lisk" is not Teodora Lisk.
 */
export function actorFinder(reading: Reading): ActorFinder {
  const clusters = clustersByText(reading)
  const find = (name: string) => clusterNamed(name) ?? withoutTitle(name) ?? inText(reading, name)
  const clusterNamed = (name: string) => {
    const cluster = clusters.get(keyOf(name))
    return cluster && foundCluster(cluster)
  }
  const withoutTitle = (name: string): FoundActor | undefined => {
    const words = name.split(/\s+/)
    for (let cut = 1; cut < Math.min(words.length, 8); cut++) {
      const found = clusterNamed(words.slice(cut).join(' '))
      if (found && words.slice(0, cut).every((word) => isTitleOf(word, found.cluster))) return found
    }
    return undefined
  }
  return (name) => {
    const tidy = name.replace(/\s+/g, ' ').trim()
    return tidy.length === 0 || tidy.length > MAX_NAME_LENGTH || !/\p{L}/u.test(tidy) ? undefined : find(tidy)
  }
}

/** Case and a leading article do not tell two names apart. */
function keyOf(name: string): string {
  return foldCase(name).replace(/\s+/g, ' ').trim().replace(/^the /, '')
}

function clustersByText({ article, names }: Reading): Map<string, Name> {
  const found = new Map<string, Name>()
  const add = (text: string, name: Name) => {
    const key = keyOf(text)
    if (key !== '' && !found.has(key)) found.set(key, name)
  }
  const central = [...names].sort((a, b) => Number(b.canAct) - Number(a.canAct) || b.salience - a.salience)
  for (const name of central) add(name.name, name)
  for (const name of central) for (const alias of name.aliases) add(alias, name)
  for (const name of central) {
    for (const { start, end, form } of name.mentions) {
      if (form !== 'pronoun') add(article.text.slice(start, end), name)
    }
  }
  return found
}

function foundCluster(cluster: Name): FoundActor {
  return { key: `name ${cluster.index}`, name: cluster.name, cluster, mentions: cluster.mentions }
}

/**
 * Whether a word before a person's name is an office: one that the rules know, or a word in lower case. Short ones are no
 * offices but join ("of", "at", "von"): the supporters of Brun are not Brun.
 */
function isTitleOf(word: string, cluster: Name | undefined): boolean {
  if (cluster?.kind !== 'person') return false
  if (/^\p{Ll}/u.test(word) && word.length > 4) return true
  const office = foldCase(`the ${cluster.role ?? ''}`).split(/[^\p{L}\p{M}\p{N}'-]+/u)
  return office.includes(foldCase(word))
}

function inText(reading: Reading, name: string): FoundActor | undefined {
  const { text } = reading.article
  const bare = name.replace(/^the /i, '')
  const mentions = occurrences(text, bare)
  const [first] = mentions
  if (first === undefined) return undefined
  const around = reading.names.find((each) => each.mentions.some((mention) => isAllBut(mention, first)))
  if (around) return foundCluster(around)
  return { key: `text ${keyOf(bare)}`, name: text.slice(first.start, first.end), cluster: undefined, mentions }
}

/** Whether a mention is the stretch itself or that with an article before it ("The Norrask navy", "Norrask navy"). */
function isAllBut(mention: Span & { form: string }, { start, end }: Span): boolean {
  return mention.form !== 'pronoun' && mention.end === end && mention.start <= start && start - mention.start <= 4
}

/** Places of whole words, in any case. Linear in the text. */
function occurrences(text: string, words: string): Span[] {
  const lower = text.toLowerCase()
  // Lower case can be longer ("İ"): then offsets would not fit, and only the exact spelling is looked for.
  const [hay, needle] = lower.length === text.length ? [lower, words.toLowerCase()] : [text, words]
  const found: Span[] = []
  for (const start of occurrencesOf(needle, hay)) {
    const end = start + needle.length
    if (isWordBoundary(text, start) && isWordBoundary(text, end)) found.push({ start, end })
    if (found.length === MAX_MENTIONS) break
  }
  return found
}
