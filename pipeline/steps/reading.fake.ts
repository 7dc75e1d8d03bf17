import type { StepInput } from '../schema/contracts.ts'
import type { Attribution, Mention, Name, Reading } from '../schema/reading.ts'
import type { Recipe } from '../schema/recipe.ts'
import type { Span } from '../schema/span.ts'
import { toArticle } from '../text/article.ts'
import { occurrencesOf } from '../text/occurrences.ts'
import { paragraphsOf } from '../text/paragraphs.ts'
import { findQuotations } from '../text/quotations.ts'
import { segment } from '../text/segment.ts'

type Known = Partial<Pick<Name, 'kind' | 'role' | 'aliases'>> & { name: string }
type Attributed = { speaker?: number; cue: string; content: string; quotations?: number[] }

/**
 * A reading whose sentences and quotations are found as always, but whose names and attributions are what the test says:
 * a test of a step shall not depend on how well the rules read.
 */
export function readingOf(
  text: string,
  { names = [], attributions = [], title }: { names?: Known[]; attributions?: Attributed[]; title?: string } = {},
): Reading {
  const article = toArticle({ id: 'test', text, language: 'en', ...(title !== undefined && { title }) })
  const sentences = segment(article.text, 'en')
  const paragraphs = paragraphsOf(article.text)
  const sentenceOf = (offset: number) => sentences.findLastIndex(({ start }) => start <= offset)
  return {
    article,
    language: 'en',
    hasWordLists: true,
    sentences,
    paragraphs,
    quotations: findQuotations(article.text, sentences, paragraphs),
    names: names.map((known, index) => ({
      index,
      kind: 'person',
      aliases: [],
      ...known,
      mentions: [known.name, ...(known.aliases ?? [])]
        .flatMap((form, place) => mentionsOf(form, place === 0 ? 'name' : 'alias', article.text, sentenceOf))
        .sort((a, b) => a.start - b.start),
      canAct: true,
      acts: true,
      salience: 1 / (index + 1),
    })),
    attributions: attributions.map(({ speaker, cue, content, quotations = [] }, index): Attribution => {
      const span = spanOf(content, article.text)
      return {
        index,
        sentence: sentenceOf(span.start),
        kind: 'direct',
        ...(speaker !== undefined && { speaker }),
        cue: spanOf(cue, article.text),
        content: span,
        quotations,
      }
    }),
    cues: [],
    salience: sentences.map(({ index }) => 1 / (index + 1)),
    incomplete: [],
  }
}

function mentionsOf(form: string, kind: Mention['form'], text: string, sentenceOf: (at: number) => number): Mention[] {
  return [...occurrencesOf(form, text)].map((start) => ({
    start,
    end: start + form.length,
    sentence: sentenceOf(start),
    form: kind,
  }))
}

function spanOf(words: string, text: string): Span {
  const start = text.indexOf(words)
  return { start, end: start + words.length }
}

/** What a step is asked with: one window over the whole article, mode `chain`, unless told otherwise. */
export function inputOf(
  reading: Reading,
  { recipe, ...rest }: Partial<Omit<StepInput, 'recipe'>> & { recipe?: Partial<Recipe> } = {},
): StepInput {
  const step = { engine: 'openai', model: 'scripted', mode: 'chain' } as const
  return {
    reading,
    recipe: {
      steps: { actors: step, summary: step, stances: step, reactions: step },
      length: 'standard',
      targets: [],
      actors: [],
      rules: 1,
      ...recipe,
    },
    windows: [{ index: 0, sentences: reading.sentences.map(({ index }) => index) }],
    ...rest,
  }
}
