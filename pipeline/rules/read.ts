import type { Article } from '../schema/article.ts'
import type { Reading } from '../schema/reading.ts'
import { signsOfIncompleteness } from '../text/completeness.ts'
import { paragraphsOf } from '../text/paragraphs.ts'
import { findQuotations } from '../text/quotations.ts'
import { segment } from '../text/segment.ts'
import { findAttributions } from './attributions.ts'
import { resolveUnits } from './coreference.ts'
import { joinNames } from './entities.ts'
import { findFrames } from './frames.ts'
import { hasWordLists, lexiconOf } from './lexicon/lexicon.ts'
import { namesOf } from './names.ts'
import { findNations } from './nations.ts'
import { findPolarityCues } from './polarity.ts'
import { salienceOf } from './salience.ts'
import { tokensOf } from './tokens.ts'
import type { Tokens } from './unit.ts'
import { findUnits } from './units.ts'

/**
 * What the rules know of an article: sentences, quotations, who is named and who said what. Computed once an article.
 * `language` overrules the article's; `incomplete` adds to the signs that the text is a fragment. Linear in its length.
 */
export function read(article: Article, options: { language?: string; incomplete?: readonly string[] } = {}): Reading {
  const language = options.language ?? article.language
  const { text } = article
  const sentences = segment(text, language)
  const paragraphs = paragraphsOf(text)
  const quotations = findQuotations(text, sentences)
  const lexicon = lexiconOf(language)
  const tokens = tokensOf(text, sentences, quotations, lexicon.language)
  const input: Tokens = { text, tokens, lexicon, nations: findNations(tokens, lexicon) }
  const units = findUnits(input)
  const frames = hasWordLists(language) ? findFrames(input, units) : []
  const { names, indexOf } = namesOf(resolveUnits(input, units, joinNames(input, units), frames))
  const attributions = findAttributions({ input, units, sentences, quotations, frames, speakerOf: indexOf })
  const incomplete = [...(options.incomplete ?? []), ...signsOfIncompleteness(text, language)]
  const partial = {
    article,
    language,
    hasWordLists: hasWordLists(language),
    sentences,
    paragraphs,
    quotations,
    names,
    attributions,
    incomplete,
  }
  return { ...partial, cues: findPolarityCues(partial), salience: salienceOf(partial) }
}
