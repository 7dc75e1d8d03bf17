import type { Attribution, Name, Reading } from '../schema/reading.ts'
import { sentenceAt } from '../schema/span.ts'
import { paragraphsOf } from '../text/paragraphs.ts'
import { findQuotations } from '../text/quotations.ts'
import { segment } from '../text/segment.ts'
import { findPolarityCues } from './polarity.ts'
import { salienceOf } from './salience.ts'

type Told = {
  names: readonly string[]
  said?: readonly { speaker: string; content: string }[]
  language?: string
  title?: string
}

/**
 * A reading whose names and speakers are what the test says, so that judging is tested apart from finding them: every place
 * of a name, in full or by its last word, is a mention.
 */
export function toldReading(text: string, { names, said = [], language = 'en', title }: Told): Reading {
  const sentences = segment(text, language)
  const quotations = findQuotations(text, sentences)
  const article = { id: 'test', text, title, language, contentHash: '0'.repeat(64) }
  const named = names
    .filter((name) => text.includes(name.split(' ').at(-1) ?? name))
    .map(
      (name, index): Name => ({
        index,
        name,
        kind: name.includes(' ') ? 'person' : 'country',
        aliases: [],
        mentions: mentionsOf(text, name, sentences),
        canAct: true,
        acts: true,
        salience: 1 / (1 + index),
      }),
    )
  const partial = {
    article,
    language,
    hasWordLists: true,
    sentences,
    paragraphs: paragraphsOf(text),
    quotations,
    names: named,
    attributions: said.map(({ speaker, content }, index): Attribution => {
      const start = text.indexOf(content)
      const held = quotations.filter((quotation) => quotation.start >= start && quotation.end <= start + content.length)
      return {
        index,
        sentence: sentenceAt(sentences, start),
        kind: held.length > 0 ? 'direct' : 'indirect',
        speaker: named.findIndex((each) => each.name === speaker),
        content: { start, end: start + content.length },
        quotations: held.map((quotation) => quotation.index),
      }
    }),
    incomplete: [],
  }
  return { ...partial, cues: findPolarityCues(partial), salience: salienceOf(partial) }
}

function mentionsOf(text: string, name: string, sentences: Reading['sentences']): Name['mentions'] {
  const last = name.split(' ').at(-1) ?? name
  const mentions: { start: number; end: number; sentence: number; form: 'name' }[] = []
  for (let at = text.indexOf(last); at >= 0; at = text.indexOf(last, at + 1)) {
    const full = at + last.length - name.length
    const start = text.startsWith(name, full) ? full : at
    mentions.push({ start, end: at + last.length, sentence: sentenceAt(sentences, start), form: 'name' })
  }
  return mentions
}
