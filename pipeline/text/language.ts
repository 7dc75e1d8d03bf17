import { detect } from 'tinyld/light'
import { type Word, wordsOf } from './words.ts'

// The detector's time grows with its input (1 ms on this much), and more text changes no answer.
const SAMPLE = 2000
// Below this many letters the detector guesses from a few words; frequent words are surer there.
const SHORT = 200

/**
 * Language of a text as a BCP 47 tag (`en`, `pt`, `zh`), from its first 2,000 characters; `und` when that is unclear:
 * fewer than three words, or letters that no language known to the detector would write.
 */
export function detectLanguage(text: string): string {
  const sample = text.slice(0, SAMPLE)
  if (!/\p{L}{2}/u.test(sample) || /(.)\1{100}/u.test(sample)) return 'und'
  if (sample.length < SHORT) return byFrequentWords(sample) ?? (wordsOf(sample).length < 3 ? 'und' : detected(sample))
  return isPlainlyEnglish(sample) ? 'en' : detected(sample)
}

/** Most archives are English, and counting its little words is ten times faster than the detector. */
function isPlainlyEnglish(sample: string): boolean {
  const words = wordsOf(sample.toLowerCase())
  const [best, second] = hitsByLanguage(words)
  return best?.language === 'en' && best.hits > words.length / 5 && best.hits > 3 * (second?.hits ?? 0)
}

function detected(sample: string): string {
  return detect(sample) || byFrequentWords(sample) || 'und'
}

const FREQUENT: Readonly<Record<string, string>> = {
  en: 'the of and to in that is was for on with said he it his by at from are has have not they who will would been were this',
  es: 'el la los las de que y en un una por con para se del al su es lo como más pero fue dijo no',
  fr: 'le la les de des et en un une du que qui dans pour par sur au est pas ce il plus avec son été',
  de: 'der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an er hat dass wird nach',
  pt: 'o a os as de que e do da em um uma para com não por no na se mais dos das ao foi disse',
  it: 'il la le di che e in un una per con non del della sono da al si è ha dei nel gli più',
  nl: 'de het een van en in dat is op te met voor zijn er niet aan die door ook zei',
}

const frequent = Object.entries(FREQUENT).map(([language, words]) => ({ language, words: new Set(words.split(' ')) }))

/** The language that most of the words are frequent in, when it is clearly ahead of the next. */
function byFrequentWords(sample: string): string | undefined {
  const words = wordsOf(sample.toLowerCase())
  const [best, second] = hitsByLanguage(words)
  if (best === undefined || best.hits < 2 || best.hits < 1.5 * (second?.hits ?? 0)) return undefined
  return best.hits >= words.length / 8 ? best.language : undefined
}

function hitsByLanguage(words: readonly Word[]): { language: string; hits: number }[] {
  return frequent
    .map((list) => ({ language: list.language, hits: words.filter((word) => list.words.has(word.text)).length }))
    .sort((a, b) => b.hits - a.hits)
}
