import { foldCase } from './fold-case.ts'
import { wordsOf } from './words.ts'

/**
 * The most common verbs of saying, by language, in the forms that stand beside a quotation. Enough to tell a quotation's
 * cue from a new sentence and a speaker's words from a term; the full lists of cues belong to `pipeline/rules`.
 */
const CUES: Readonly<Record<string, string>> = {
  en: 'said says say saying told tells tell asked asks ask added adds add replied replies wrote writes write written tweeted tweets posted announced announces stated states declared declares insisted insists argued argues warned warns claimed claims explained explains noted notes called calls call calling described describes describing continued responded responds answered answers concluded concludes acknowledged admits admitted remarked recalled recalls quipped joked testified exclaimed shouted repeated denounced criticized criticised praised vowed promised pledged demanded urged suggested observed commented according quoted reads read reported reports dubbed labeled labelled boasted complained accused hailed blasted slammed lamented tweeting adding telling arguing writing referring referred cited citing expressed expresses expressing voiced voicing hailing praising vowing pledging promising demanding labeling labelling likened likening condemned condemning branded',
  es: 'dijo dice dijeron dicen decir afirmó afirma afirmaron aseguró asegura explicó explica señaló señala añadió añade agregó agrega declaró declara manifestó indicó indica sostuvo sostiene preguntó pregunta respondió responde contestó comentó comenta advirtió advierte destacó subrayó insistió insiste escribió escribe anunció reiteró recordó apuntó expresó criticó calificó según contó cuenta denunció aclaró concluyó replicó exclamó',
  fr: 'dit disent disait déclaré déclare déclarait affirmé affirme affirmait expliqué explique ajouté ajoute ajoutait indiqué indique souligné souligne précisé précise estimé estime assuré assure écrit écrivait demandé demande répondu répond lancé lance confié confie annoncé annonce martelé insisté insiste rappelé rappelle selon dénoncé dénonce exprimé exprime qualifié qualifie raconté raconte conclu conclut répété jugé juge prévenu regretté évoqué fustigé',
  de: 'sagte sagt sagten sagen gesagt erklärte erklärt erklärten so meinte meint betonte betont fügte ergänzte fragte fragt antwortete schrieb schreibt teilte berichtete berichtet forderte fordert warnte warnt kritisierte kritisiert nannte nennt bezeichnete bezeichnet hieß heißt sprach äußerte behauptete versicherte kündigte kommentierte wörtlich zitierte zitiert laut rief unterstrich bekräftigte begründete lobte verurteilte mahnte urteilte beklagte beschrieb verkündete',
  pt: 'disse diz disseram dizem afirmou afirma afirmaram declarou declara explicou explica acrescentou acrescenta ressaltou destacou perguntou respondeu responde escreveu escreve anunciou informou comentou comenta completou alertou avaliou criticou segundo contou conta concluiu reforçou garantiu apontou',
  it: 'detto dice dicono disse dichiarato dichiara affermato afferma spiegato spiega aggiunto aggiunge sottolineato sottolinea chiesto chiede risposto risponde scritto scrive sostiene sostenuto annunciato ribadito ribadisce commentato commenta precisato precisa osservato secondo raccontato racconta concluso conclude avverte denuncia',
  ru: 'сказал сказала сказали говорит заявил заявила заявили заявляет отметил отметила подчеркнул подчеркнула добавил добавила сообщил сообщила пояснил пояснила ответил ответила спросил спросила написал написала считает цитирует передает передаёт',
  nl: 'zei zegt zeiden aldus vertelde vertelt verklaarde schreef schrijft vroeg antwoordde volgens',
  sv: 'sade sa säger skrev skriver frågade svarade enligt berättar',
}

const cues: ReadonlySet<string> = new Set(Object.values(CUES).flatMap((list) => list.split(' ')))

// Written without spaces, so there are no words to look up.
const UNSPACED_CUE = /说|說|表示|称|稱|道|问|問|指出|强调|強調|认为|認為|述べ|語っ|話し|言っ|答え|発表し/g

/** Whether a word, in folded case, is one of the most common verbs of saying in any of the languages known here. */
export function isCommonCue(foldedWord: string): boolean {
  return cues.has(foldedWord)
}

/** Says whether a stretch of a text holds one of the most common verbs of saying. The text is read once, when first asked. */
export function cueFinder(text: string): (start: number, end: number) => boolean {
  let known: readonly number[] | undefined
  return (start, end) => {
    known ??= cueOffsets(text)
    return (known[firstFrom(known, start)] ?? Infinity) < end
  }
}

function cueOffsets(text: string): number[] {
  const offsets: number[] = []
  for (const word of wordsOf(text)) if (isCommonCue(foldCase(word.text))) offsets.push(word.start)
  for (const match of text.matchAll(UNSPACED_CUE)) offsets.push(match.index)
  return offsets.sort((a, b) => a - b)
}

/** Place of the first offset that is not below `start`. */
function firstFrom(offsets: readonly number[], start: number): number {
  let low = 0
  let high = offsets.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((offsets[middle] ?? 0) < start) low = middle + 1
    else high = middle
  }
  return low
}
