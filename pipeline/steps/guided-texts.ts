import type { Reading } from '../schema/reading.ts'

const MAX_NAME = 200
const MAX_SENTENCE = 400

/** A name or statement as a question shows it: on one line, so that none can look like another line of the question. */
export function nameShown(text: string): string {
  return oneLine(text, MAX_NAME)
}

/** Sentences as a question repeats them, one a line under their numbers: a small model does not look back by itself. */
export function sentencesShown(indexes: readonly number[], { article, sentences }: Reading): string {
  return indexes
    .flatMap((index) => {
      const sentence = sentences[index]
      return sentence
        ? [`[${index + 1}] ${oneLine(article.text.slice(sentence.start, sentence.end), MAX_SENTENCE)}`]
        : []
    })
    .join('\n')
}

function oneLine(text: string, most: number): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
  return line.length > most ? `${line.slice(0, most - 1).toWellFormed()}…` : line
}

/** Nobody is called so in the article: what a model answers about them is what it favours. */
export function inventedName({ article }: Reading): string {
  return INVENTED.find((name) => name.split(' ').every((word) => !article.text.includes(word))) ?? 'N/A'
}

const INVENTED = ['Marek Ilves', 'Tilda Quist', 'Oren Basque', 'Jory Pell'] as const
