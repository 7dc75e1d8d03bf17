import { foldCase } from '../text/fold-case.ts'

const STOP = new Set(
  `the and that have has had for not with you this but his from they she her will would there their what about which when
were was are been being said says also into than then them these some could over after before more most other its who
whom whose him our out can may might must shall should very just only even such any all both each own same too under
while where why how because through during between against among since until upon did does doing done get got made make
one two three four five six seven eight nine ten first second last new year years day days time people week month monday
tuesday wednesday thursday friday saturday sunday january february march april june july august september october november
december told according mr mrs ms dr
que los las una por con para del como más pero sus este esta son está han fue ser sobre entre cuando también desde hasta
les des une dans pour par sur est pas qui que avec son ses aux ont été plus mais cette leur comme
der die das und den von mit ein eine einen einer dem des sich auf für ist nicht auch als nach bei aus hat wird sind wurde
werden dass haben zum zur über vor noch wie durch
uma para com não mais dos das foi pelo pela mas ele ela são tem como também ser está até`
    .split(/\s+/)
    .filter((word) => word !== ''),
)

const MAX_STEM = 7

/** Whether a word tells what a text is about: no function word, no single letter. */
export function isContentWord(word: string): boolean {
  if (word.length < 3) return /^[\p{Lu}\p{N}]{2}$/u.test(word) || /^[\p{Script=Han}]/u.test(word)
  return !STOP.has(foldCase(word))
}

/** A rough stem, alike in all languages: lower case, without a possessive or plural ending, cut after a few letters. */
export function termOf(word: string): string {
  const folded = foldCase(word).replace(/'s$/, '')
  const bare = folded.length > 4 ? folded.replace(/(?:ies|es|s|ed|ing|ly)$/, '') : folded
  return bare.slice(0, MAX_STEM)
}
