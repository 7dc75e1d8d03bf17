import type { Article, RawArticle } from '../schema/article.ts'
import { StandpointError } from '../schema/errors.ts'
import { contentHashOf } from '../schema/hash.ts'
import { detectLanguage } from './language.ts'
import { looksLikeNoArticle } from './no-article.ts'
import { normaliseText } from './normalise.ts'

/** Longest text that is taken for one article, in UTF-16 code units: a thousand newspaper pages' worth is an archive. */
export const MAX_ARTICLE_CHARACTERS = 1_000_000

/**
 * The article that all later steps read: title and text normalised, language as the source declares it or detected,
 * content hash taken. `incomplete` stays with the raw article, since it is no property of the text.
 *
 * @throws StandpointError ARTICLE_TOO_LARGE, ARTICLE_BINARY, ARTICLE_EMPTY or ARTICLE_UNREADABLE_TEXT, with the article's
 * id as `where`
 */
export function toArticle(raw: RawArticle): Article {
  refuseTooLarge(raw)
  const title = normaliseText(raw.title ?? '').trim()
  const text = normaliseText(raw.text)
  refuseBinary(raw, `${title}\n${text}`)
  refuseEmpty(raw, text)
  refuseWithoutArticle(raw, text)
  const { incomplete: _incomplete, title: _title, ...fields } = raw
  return {
    ...fields,
    ...(title === '' ? {} : { title }),
    text,
    language: languageTag(raw.language) ?? detectLanguage(text),
    contentHash: contentHashOf(title === '' ? undefined : title, text),
  }
}

function refuseTooLarge({ id, text }: RawArticle): void {
  if (text.length <= MAX_ARTICLE_CHARACTERS) return
  throw new StandpointError(
    'ARTICLE_TOO_LARGE',
    `The text has ${text.length} characters, more than one article may have`,
    {
      where: id,
      fix: `Split it into articles of at most ${MAX_ARTICLE_CHARACTERS} characters each.`,
    },
  )
}

/** NUL never occurs in text (and parts title from text in the content hash); other control characters hardly ever do. */
function refuseBinary({ id }: RawArticle, content: string): void {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const controls = content.match(/[\u0001-\u0008\u000E-\u001B\u007F]|\uFFFD/g)?.length ?? 0
  if (!content.includes('\u0000') && controls <= 5 + content.length / 50) return
  throw new StandpointError('ARTICLE_BINARY', 'The text is binary data, or text read in a wrong encoding', {
    where: id,
    fix: 'Give the article as UTF-8 text, HTML or Markdown; convert PDF and word-processor files first.',
  })
}

function refuseEmpty({ id }: RawArticle, text: string): void {
  if (text.trim() !== '') return
  throw new StandpointError('ARTICLE_EMPTY', 'The article has no text', {
    where: id,
    fix: 'Check that the body of the article is in the field or file that is read as its text.',
  })
}

function refuseWithoutArticle({ id }: RawArticle, text: string): void {
  const reason = looksLikeNoArticle(text)
  if (reason === undefined) return
  throw new StandpointError('ARTICLE_UNREADABLE_TEXT', `The text is no article: ${reason}`, {
    where: id,
    fix: 'Give the text of the article itself; if it came from a web page, check what was extracted.',
  })
}

/** The declared language in BCP 47 form ("en_us" becomes "en-US"); undefined where it is none, and detection decides. */
function languageTag(declared: string | undefined): string | undefined {
  try {
    return Intl.getCanonicalLocales((declared ?? '').trim().replaceAll('_', '-'))[0]
  } catch {
    return undefined // "English", "unknown": no tag
  }
}
