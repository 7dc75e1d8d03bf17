import { read } from '../rules/read.ts'
import type { Actor } from '../schema/analysis.ts'
import type { Cast, Claim } from '../schema/contracts.ts'
import type { Reading } from '../schema/reading.ts'
import { evidenceOf } from '../schema/span.ts'
import { ground } from './ground.ts'

/** For tests: an article that the rules have read. */
export function readingOf(
  text: string,
  { language = 'en', title }: { language?: string; title?: string } = {},
): Reading {
  return read({ id: 'test', text, language, contentHash: '0'.repeat(64), ...(title === undefined ? {} : { title }) })
}

/** For tests: a summary line that cites sentences by the numbers that a model sees, all of them where none is given. */
export function lineOf(
  text: string,
  reading: Reading,
  numbers: readonly number[] = reading.sentences.map((_, at) => at + 1),
): Claim {
  const evidence = numbers.flatMap((number) => {
    const sentence = reading.sentences[number - 1]
    return sentence ? [evidenceOf(reading.article.text, reading.sentences, sentence)] : []
  })
  return {
    id: 'b1',
    step: 'summary',
    name: 'the summary line',
    texts: [{ field: 'text', text, essential: true }],
    evidence,
    concerns: [],
  }
}

/** For tests: what grounding says of a line, empty when nothing is wrong. */
export function complaintOf(text: string, reading: Reading, numbers?: readonly number[]): string {
  return ground([lineOf(text, reading, numbers)], { reading, cast: undefined })
    .map(({ message }) => message)
    .join(' ')
}

/** For tests: actors a1, a2… by name, with the mentions that the rules found. */
export function castOf(reading: Reading, names: readonly string[]): Cast {
  const actors = names.map((name, place): Actor => {
    const known = reading.names.find((other) => other.name === name || other.aliases.includes(name))
    const mentions = (known?.mentions ?? []).map((mention) =>
      evidenceOf(reading.article.text, reading.sentences, mention),
    )
    return { id: `a${place + 1}`, name, kind: known?.kind ?? 'other', aliases: [...(known?.aliases ?? [])], mentions }
  })
  return { actors, issues: [], mainIssue: 'i1', numbers: { actors: actors.map(({ id }) => id), issues: [] } }
}
