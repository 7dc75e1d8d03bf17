/**
 * Abbreviations that carry a full stop, without it. English ones count in every language, as names travel.
 * - `title`: stands before a name, so never at the end of a sentence;
 * - `number`: stands before a number; elsewhere it is an ordinary word ("No. 10", but "She said no. He left.");
 * - `open`: may end a sentence; then the next word decides.
 */
type Abbreviations = { readonly title: string; readonly number: string; readonly open: string }

const ENGLISH: Abbreviations = {
  title:
    'Mr Mrs Ms Mx Messrs Dr Drs Prof Gov Govs Sen Sens Rep Reps Gen Lt Maj Col Sgt Cpl Pvt Capt Cmdr Cdr Adm Brig Rev Revs Hon Fr Br Msgr Mgr Pres Atty Supt Insp Det Hr Amb Sec Mt Ft St Ste Pte',
  number: 'No Nos Nr Art Arts Fig Figs Vol Vols Ch Sec Sect pp p pg vol no nos ed ca approx cap para paras Op op cf',
  open: 'Inc Co Cos Corp Ltd Plc Llc Bros Jr Sr Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri vs v etc al Est Ave Blvd Rd Sq Dept Assn Intl Natl Univ Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mich Minn Mo Mont Neb Nev Okla Ore Pa Penn Tenn Tex Va Vt Wash Wis Wyo',
}

const OTHERS: Readonly<Record<string, Abbreviations>> = {
  es: {
    title:
      'Sr Sra Srta Sres Sras D Dña Dª Dr Dra Dres Prof Profa Lic Ing Arq Gral Tte Cnel Cap Sto Sta Mons Excmo Excma Ilmo Fdo Pdte',
    number: 'núm Núm nro Nro art arts Art pág págs Pág cap Cap vol fig tel Tel',
    open: 'Ud Uds Vd Vds Cía etc Avda Av Dpto Depto admón',
  },
  fr: {
    title: 'M MM Mme Mmes Mlle Mlles Me Mes Dr Drs Pr Mgr Ste Sts',
    number: 'art Art n no nos p pp chap fig vol av apr env tél Tél',
    open: 'etc cf éd Cie janv févr avr juil sept oct nov déc',
  },
  de: {
    title: 'Hr Fr Frl Dr Prof Dipl Ing Mag Hrn St Geb Abg Min Gen Kard Erzb',
    number: 'Nr Nrn Art Abs Bd Kap Abb Tab Ziff Str Tel ca Jan Feb Mrz Apr Jun Jul Aug Sep Sept Okt Nov Dez § S Rn',
    open: 'bzw usw usf etc ggf evtl inkl exkl bspw vgl sog gem lt zzgl abzgl Co Mio Mrd Tsd geb gest verh ehem insb insbes allg ff Jh Jhdt Str max min',
  },
  pt: {
    title: 'Sr Sra Srs Sras Srta Dr Dra Drs Prof Profa Eng Exmo Exma D Dom Gen Cel Cap Pe Sto Sta Dep Min',
    number: 'n nº núm art arts Art pág págs cap vol fig tel Tel',
    open: 'etc Ltda Cia Av',
  },
  it: {
    title: 'Sig Sigg Dott Prof Avv Ing Arch On Gen Col Mons Cav Comm Rag Geom Egr Gent',
    number: 'n nn art artt Art pag pagg cap vol fig tel Tel',
    open: 'ecc Spa Srl',
  },
  ru: {
    title: 'г ул им проф акад гр тов',
    number: 'ст п рис табл стр с',
    open: 'др пр т гг тыс млн млрд руб долл см',
  },
}

/** Kind of an abbreviation in a language; `undefined` for an ordinary word. */
export function abbreviationKind(word: string, language: string): keyof Abbreviations | undefined {
  return indexFor(language).get(word) ?? indexFor(language).get(capitalised(word))
}

const indexes = new Map<string, ReadonlyMap<string, keyof Abbreviations>>()
const english = indexOf([ENGLISH])

function indexFor(language: string): ReadonlyMap<string, keyof Abbreviations> {
  const own = OTHERS[language]
  if (own === undefined) return english
  const known = indexes.get(language)
  if (known !== undefined) return known
  const index = indexOf([ENGLISH, own])
  indexes.set(language, index)
  return index
}

function indexOf(lists: readonly Abbreviations[]): ReadonlyMap<string, keyof Abbreviations> {
  const index = new Map<string, keyof Abbreviations>()
  for (const list of lists) {
    for (const word of list.number.split(' ')) index.set(word, 'number')
    for (const word of list.open.split(' ')) index.set(word, 'open')
    for (const word of list.title.split(' ')) index.set(word, 'title')
  }
  return index
}

/** "GOV" as "Gov": wire datelines and headlines shout. */
function capitalised(word: string): string {
  return word === word.toUpperCase() ? word.charAt(0) + word.slice(1).toLowerCase() : word
}
