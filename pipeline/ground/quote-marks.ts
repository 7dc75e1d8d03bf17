import { locateQuote } from '../text/locate-quote.ts'
import { markedPieces } from '../text/quotation-marks.ts'
import { type CheckedText, shortened } from './checked-text.ts'
import type { ArticleIndex } from './parsed-text.ts'

/** More quotations than this are no sentence of a summary; each is looked up in the whole article. */
const MOST_QUOTES = 6

/** What stands between quotation marks in a text of ours must be a span of the article, word for word. */
export function checkQuoteMarks({ text }: CheckedText, { reading }: ArticleIndex): string[] {
  const quotes = markedPieces(text).flatMap(({ open, close }) => (close ? [text.slice(open.end, close.start)] : []))
  if (quotes.length > MOST_QUOTES) return [`The text has ${quotes.length} quotations; use ${MOST_QUOTES} at most.`]
  return quotes
    .filter((quote) => !stands(quote, reading.article.text, reading.language))
    .map(
      (quote) =>
        `The article does not have the words “${shortened(quote, 80)}”. Quote it word for word or use no quotation marks.`,
    )
}

function stands(quote: string, text: string, language: string): boolean {
  if (!/[\p{L}\p{N}]/u.test(quote)) return true
  if (locateQuote(quote, text, { language })) return true
  // A comma or full stop before the closing mark is the writer's.
  const bare = quote.trim().replace(/[.,;:!?…]{1,3}$/, '')
  const lowered = bare.charAt(0).toLowerCase() + bare.slice(1)
  return [bare, lowered].some((form) => form !== quote && locateQuote(form, text, { language }) !== undefined)
}
