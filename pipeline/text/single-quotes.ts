import { characterAt, characterBefore, isDigit, isLetter, isLowerCase, isSpace, isWordCharacter } from './characters.ts'

// ’90s, rock ’n’ roll, ’em; and the parts that tokenised text cuts off ("Trump 's", "they 're").
const ELISION = /(?:\d0s|n['’]|(?:s|re|ll|ve|d|m|t|em|til|tis|twas|twill|cause|bout)(?![\p{L}\p{N}'’-]))/iuy

/** An apostrophe stands at the offset's left: it begins a shortened word, not a quotation. */
export function isElision(line: string, offset: number): boolean {
  ELISION.lastIndex = offset
  return ELISION.test(line)
}

/** Words that go on after a quotation and hardly ever after a possessive: ‘no more lies’ and …, but ‘workers’ rights’. */
const AFTER_QUOTATION = new Set(
  'and or but in on at by for from to of with as is are was were be been has have had will would could should may might can that which who when while after before because if than said says about into over under during against without then not it he she they we i you this the a an'.split(
    ' ',
  ),
)

// "workers' rights' campaign": so near, the second mark belongs to the same phrase.
const NEAR = 20

/**
 * Offset of the mark that closes a single quotation, which `opener` opened just before `from`: not the apostrophe of
 * "don't" or, where a better one follows, of "the workers' rights". Looks no further than the next opening mark, so that
 * a paragraph takes linear time.
 */
export function closerOfSingle(line: string, opener: string, from: number): number | undefined {
  let doubtful: number | undefined
  for (let at = from; at < line.length; at += 1) {
    const glyph = line.charAt(at)
    if (at > from && isNextOpener(line, at, glyph, opener)) return doubtful
    if (!isCloser(line, at, glyph, opener)) continue
    if (doubtful === undefined && isPossessive(line, at)) doubtful = at
    else if (doubtful === undefined || at - doubtful <= NEAR || isPunctuated(line, at)) return at
    else return doubtful
  }
  return doubtful
}

/** A mark beside a comma or a full stop closes for sure. */
function isPunctuated(line: string, at: number): boolean {
  return /[.,!?…;:]/.test(line.charAt(at - 1)) || /[.,!?;:]/.test(line.charAt(at + 1))
}

function isNextOpener(line: string, at: number, glyph: string, opener: string): boolean {
  if (glyph !== opener || isElision(line, at + 1)) return false
  const before = characterBefore(line, at)
  return isSpace(before) && isLetter(characterAt(line, at + 1))
}

function isCloser(line: string, at: number, glyph: string, opener: string): boolean {
  const fits = opener === "'" ? glyph === "'" : glyph === '’' || (opener === '‚' && glyph === '‘')
  if (!fits || at === 0) return false
  const before = characterBefore(line, at)
  const after = characterAt(line, at + 1)
  if (opener === "'" && after === "'") return false // '' is a double mark
  return !isSpace(before) && !isWordCharacter(after) && !(/[nN]/.test(before) && /['’‘\s]/.test(line.charAt(at - 2)))
}

/** "workers' rights": after an s, before a word in lower case that goes on with the phrase. A number may be minutes. */
function isPossessive(line: string, at: number): boolean {
  const before = characterBefore(line, at)
  if (isDigit(before)) return true
  if (!/[sSzxn]/.test(before) || !isSpace(line.charAt(at + 1)) || !isLowerCase(characterAt(line, at + 2))) return false
  const next = /^\p{L}+/u.exec(line.slice(at + 2, at + 22))?.[0] ?? ''
  return !AFTER_QUOTATION.has(next)
}
