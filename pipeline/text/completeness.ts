import { foldCase } from './fold-case.ts'
import { paragraphsOf } from './paragraphs.ts'

/**
 * Why a text looks like a fragment of an article, each reason a full clause for a reader; [] where it looks whole.
 * Cautious: what genuine articles do (a headline without a full stop, a credit at the end) is no reason.
 */
export function signsOfIncompleteness(text: string, language: string): string[] {
  const paragraphs = paragraphsOf(text).map(({ start, end }) => text.slice(start, end))
  return [
    paywallSign(paragraphs, language),
    pageSign(paragraphs),
    endingSign(paragraphs),
    repetitionSign(paragraphs),
  ].filter((sign) => sign !== undefined)
}

const PAYWALL: Readonly<Record<string, RegExp>> = {
  en: /\b(?:subscribe|sign up|register|log ?in|sign in)\b.{0,40}\bto (?:continue|keep|read|access|unlock|view)\b|\b(?:continue|keep) reading\b|\bto (?:continue|keep) reading\b|\bread (?:the )?(?:full|rest of (?:the|this)) (?:story|article)\b|\b(?:this|the) (?:article|story|content) is (?:only )?(?:for|available to|reserved for|exclusive to) (?:our )?(?:paying )?(?:subscribers|members)\b|\balready a (?:subscriber|member)\b|\bsubscribers? only\b|\byou have (?:read|reached) (?:your|all).{0,30}(?:free )?(?:articles|limit)\b/i,
  es: /\bsuscr[ií]bete (?:para|y)\b|\bpara (?:seguir|continuar) leyendo\b|\b(?:seguir|continuar|sigue) leyendo\b|\bcontenido exclusivo para suscriptores\b|\bya eres suscriptor\b/i,
  fr: /\babonnez-vous\b|\b(?:la suite|cet article|ce contenu|l['’]article) est réservée? aux abonnés\b|\bpour lire la suite\b|\blire la suite\b|\bdéjà abonné\b|\bil vous reste \d+ ?% de cet article\b/i,
  de: /\bweiterlesen\b|\bjetzt (?:abonnieren|weiterlesen|registrieren)\b|\bnur für abonnenten\b|\bbereits abonnent\b|\bdiesen artikel (?:weiter)?lesen\b.{0,40}\babo\b|\bmit (?:einem )?abo (?:weiter)?lesen\b/i,
  pt: /\bassine para\b|\bpara continuar lendo\b|\bcontinue (?:lendo|a ler)\b|\bconteúdo exclusivo para assinantes\b|\bjá é assinante\b/i,
  it: /\babbonati\b.{0,40}\bper\b|\bper continuare a leggere\b|\bcontinua a leggere\b|\b(?:contenuto|articolo) riservato agli abbonati\b|\bsei già abbonato\b/i,
}

// A notice is a short line near the end; a sentence about subscriptions within an article is none.
const LONGEST_NOTICE = 160
const LINES_FROM_END = 6

function paywallSign(paragraphs: readonly string[], language: string): string | undefined {
  const own = PAYWALL[language.toLowerCase().split('-')[0] ?? '']
  const notice = paragraphs
    .slice(-LINES_FROM_END)
    .find((line) => line.length <= LONGEST_NOTICE && !isSpeech(line) && (own?.test(line) || PAYWALL.en?.test(line)))
  return notice === undefined
    ? undefined
    : `the text ends in a request to subscribe or to read on ("${notice.slice(0, 80)}")`
}

function isSpeech(line: string): boolean {
  return /["“”„«»]/.test(line)
}

const PAGE =
  /^\W*(?:(?:page|seite|página|pagina)\s+(\d{1,3})\s*(?:of|von|de|sur|di|\/)\s*(\d{1,3})|(\d{1,3})\s*\/\s*(\d{1,3})|next page|nächste seite|página siguiente|page suivante)\W*$/i

function pageSign(paragraphs: readonly string[]): string | undefined {
  const edges = new Set([...paragraphs.slice(0, 3), ...paragraphs.slice(-LINES_FROM_END)])
  for (const line of edges) {
    const match = line.length <= 40 ? PAGE.exec(line) : null
    if (match === null) continue
    const page = match[1] ?? match[3]
    const of = match[2] ?? match[4]
    if (page === undefined || Number(page) < Number(of)) return `the text is one page of several ("${line.trim()}")`
  }
  return undefined
}

const CUT_OFF = /(?:\p{Ll}|,)\s*(?:\[?(?:…|\.\.\.)\]?|[([]\+\d+ chars[)\]])$/u
// What stands after the last full stop must be long enough to be running text: headings, notes and credits are shorter.
const UNFINISHED = /[^.!?…|]{60}[\p{Ll},;–—-]$/u

function endingSign(paragraphs: readonly string[]): string | undefined {
  const last = paragraphs.at(-1)
  if (last === undefined || !paragraphs.some(endsLikeASentence)) return undefined
  const tail = last.slice(-120)
  if (CUT_OFF.test(tail)) return 'the last sentence breaks off in an ellipsis'
  return UNFINISHED.test(tail) && !isCredit(last) && !isLink(last) ? 'the last sentence has no end' : undefined
}

function endsLikeASentence(paragraph: string): boolean {
  return /[.!?…。！？।؟]["'”’»)\]]*$/.test(paragraph.slice(-5))
}

function isCredit(line: string): boolean {
  return (
    /\b(?:reporting|editing|written|photo(?:graph)?|translated|copyright|contributed|reuters|getty|twitter|@|https?:)/i.test(
      line,
    ) || /^[*_#•|–—-]/.test(line)
  )
}

/** The headline of another article ("SEE ALSO: ...", or most words with capitals). */
function isLink(line: string): boolean {
  if (/^\p{Lu}[\p{Lu} ]+:/u.test(line)) return true
  const long = line.match(/\p{L}{4,}/gu) ?? []
  return long.filter((word) => /^\p{Lu}/u.test(word)).length > long.length * 0.6
}

// A paragraph this long is not repeated for effect.
const SHORTEST_BLOCK = 80

function repetitionSign(paragraphs: readonly string[]): string | undefined {
  const seen = new Set<string>()
  let repeated = 0
  for (const paragraph of paragraphs) {
    if (paragraph.length < SHORTEST_BLOCK) continue
    const folded = foldCase(paragraph).replace(/\s+/g, ' ')
    if (seen.has(folded)) repeated += 1
    seen.add(folded)
  }
  if (repeated === 0) return undefined
  return `${repeated} ${repeated === 1 ? 'paragraph stands' : 'paragraphs stand'} in the text more than once`
}
