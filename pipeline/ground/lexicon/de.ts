import type { LanguageWords } from './language-words.ts'
import { named, numbered, words } from './words.ts'

const small = numbered(
  'null eins zwei/zwo drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn',
  0,
)
const tens = { zwanzig: 20, dreissig: 30, vierzig: 40, funfzig: 50, sechzig: 60, siebzig: 70, achtzig: 80, neunzig: 90 }

/** German writes a number below a million as one word: "dreiundzwanzig", "zweihundertfünfzig", "elftausend". */
function compounds(): Record<string, number> {
  const below100: Record<string, number> = { ...small, ...tens }
  for (const [ten, value] of Object.entries(tens)) {
    for (const [unit, one] of Object.entries({ ...small, ein: 1 })) {
      if (one > 0 && one < 10 && unit !== 'eins') below100[`${unit}und${ten}`] = value + one
    }
  }
  const multiples: Record<string, number> = { einhundert: 100, hundert: 100, eintausend: 1e3, tausend: 1e3 }
  for (const [word, value] of Object.entries(below100)) {
    if (value > 1 && value < 10) multiples[`${word}hundert`] = value * 100
    if (value > 1) multiples[`${word}tausend`] = value * 1e3
  }
  return { ...below100, ...multiples }
}

const stems =
  'erst zweit dritt viert funft sechst siebt/siebent acht neunt zehnt elft zwolft dreizehnt vierzehnt funfzehnt sechzehnt siebzehnt achtzehnt neunzehnt zwanzigst'

/** Ordinals with their endings: "dritte", "dritten", "dritter". */
function ordinals(): Record<string, number> {
  const all: Record<string, number> = {}
  for (const [stem, value] of Object.entries(numbered(stems))) {
    for (const ending of ['e', 'en', 'er', 'es', 'em']) all[stem + ending] = value
  }
  return all
}

export const de: LanguageWords = {
  decimal: ',',
  cardinals: compounds(),
  scales: {
    dutzend: 12,
    million: 1e6,
    millionen: 1e6,
    milliarde: 1e9,
    milliarden: 1e9,
    billion: 1e12,
    billionen: 1e12,
  },
  shortScales: { mio: 1e6, mrd: 1e9, tsd: 1e3 },
  ordinals: ordinals(),
  fractions: { halb: 0.5, halbe: 0.5, halben: 0.5, halber: 0.5, halfte: 0.5, drittel: 1 / 3, viertel: 0.25 },
  vague: { dutzende: 12, dutzenden: 12, hunderte: 100, hunderten: 100, tausende: 1e3, tausenden: 1e3 },
  joiner: '',
  joinsFrom: Number.POSITIVE_INFINITY,
  ordinalSuffixes: words('.'),
  months: numbered('januar/janner februar/feber marz april mai juni juli august september oktober november dezember'),
  shortMonths: numbered('jan feb mrz apr - jun jul aug sep/sept okt nov dez'),
  weekdays: {
    ...numbered('montag dienstag mittwoch donnerstag freitag samstag/sonnabend sonntag'),
    ...numbered('montags dienstags mittwochs donnerstags freitags samstags sonntags'),
    ...numbered('montagabend dienstagabend mittwochabend donnerstagabend freitagabend samstagabend sonntagabend'),
    ...numbered(
      'montagmorgen dienstagmorgen mittwochmorgen donnerstagmorgen freitagmorgen samstagmorgen sonntagmorgen',
    ),
  },
  percent: words('prozent prozentpunkte prozentpunkten'),
  currencies: named({
    usd: 'dollar dollars usd',
    eur: 'euro euros eur cent',
    gbp: 'pfund gbp',
    chf: 'franken chf',
    jpy: 'yen',
    cny: 'yuan',
  }),
  durations: named({
    second: 'sekunde sekunden',
    minute: 'minute minuten',
    hour: 'stunde stunden',
    day: 'tag tage tagen',
    week: 'woche wochen',
    month: 'monat monate monaten',
    year: 'jahr jahre jahren',
    decade: 'jahrzehnt jahrzehnte jahrzehnten',
  }),
  functionWords: words(`
    der die das den dem des ein eine einen einem einer eines und oder aber denn sondern doch dass ob wenn weil als wie wo
    wer was welche welcher welches wem wen an am auf aus bei beim bis durch fur gegen hinter in im ins mit nach neben ohne
    seit trotz uber um unter von vom vor wahrend wegen zu zum zur zwischen laut ich du er sie es wir ihr ihn ihm ihnen uns
    euch sich mein dein sein seine seinen seinem seiner ihre ihren ihrem ihrer unser dieser diese dieses diesen diesem jener
    jede jeder jedes alle allen alles man kein keine keinen keinem keiner nicht nie niemals nichts niemand ist sind war waren
    sei seien gewesen bin wird werden wurde wurden worden wurde hat haben hatte hatten habe hatte kann konnen konnte konnten
    muss mussen musste soll sollen sollte will wollen wollte darf durfen durfte mag noch schon auch nur sehr mehr weniger so
    dann da dort hier jetzt heute gestern morgen damit dafur dagegen dabei daran davon dazu bereits etwa rund sagte sagt`),
  ordinaryWords: new Set(),
  ordinaryEndings: [
    'ung',
    'ungen',
    'heit',
    'heiten',
    'keit',
    'keiten',
    'schaft',
    'schaften',
    'tion',
    'tionen',
    'tat',
    'taten',
    'ismus',
    'nis',
    'nisse',
    'tum',
    'chen',
    'lein',
    'lich',
    'isch',
    'ische',
    'ischen',
    'ment',
    'ente',
    'enten',
    'innen',
    'listen',
    'logen',
  ],
  nameLeaders: words('sagte sagt erklarte erklart laut herr herrn frau'),
  titles: words(`
    herr herrn frau dr doktor prof professor papst konig konigin prinz prinzessin senator senatorin vorsitzender vorsitzende
    general oberst botschafter botschafterin abgeordneter abgeordnete kommissar kommissarin`),
  singularVerbs: words('ist war hat hatte wird wurde sagte sagt'),
  negators: words('nicht nie niemals'),
  softNegators: words(
    'kein keine keinen keinem keiner ohne weder noch nichts niemand gegen lehnt ab lehnte wenn statt konnte sollte wurde kaum',
  ),
  negatesAfter: true,
  refusals: words('verweigert verweigerte weigerte weigert leugnet leugnete bestreitet bestritt'),
  passives: words('wird werden wurde wurden worden'),
  agents: words('von vom durch'),
  pronouns: words('er sie es ihr ihre ihren ihm ihn sein seine seinen dieser diese dieses jener'),
  pro: words('unterstutz befurwort begruss lobt'),
  con: words('ablehn kritisier verurteil missbillig'),
  people: words('menschen personen leute manner frauen kinder andere anderen'),
  suffixes: [
    'ungen',
    'heiten',
    'keiten',
    'schaften',
    'ischen',
    'lichen',
    'ische',
    'liche',
    'erinnen',
    'innen',
    'ung',
    'heit',
    'keit',
    'erin',
    'enden',
    'ende',
    'isch',
    'lich',
    'tion',
    'iert',
    'ieren',
    'ten',
    'ern',
    'est',
    'en',
    'er',
    'es',
    'em',
    'te',
    'et',
    'st',
    'e',
    's',
    'n',
    't',
  ],
  taskPhrases: [
    'der artikel',
    'dem artikel',
    'im artikel',
    'dieser artikel',
    'die zusammenfassung',
    'sprachmodell',
    'json',
  ],
}
