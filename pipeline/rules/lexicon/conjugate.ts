/** Endings of regular verbs in the forms that report, by language and ending of the infinitive; `*` marks a participle. */
const ENDINGS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  es: {
    ar: 'a an ó aron aba aban ando ado* ará arán aría',
    er: 'e en ió ieron ía ían iendo ido* erá erán ería',
    ir: 'e en ió ieron ía ían iendo ido* irá irán iría',
  },
  pt: {
    ar: 'a am ou aram ava avam ando ado* ará aria',
    er: 'e em eu eram ia iam endo ido* erá eria',
    ir: 'e em iu iram ia iam indo ido* irá iria',
  },
  fr: { er: 'e ent a èrent ait aient ant é* ée* és* era erait' },
  de: { en: 't en te ten', ern: 'ert ern erte erten', eln: 'elt eln elte elten' },
}

/**
 * The forms of a regular verb that can report, the infinitive first; the word alone where its ending is not known.
 * A participle ends in `*`.
 */
export function conjugate(infinitive: string, language: string): string[] {
  for (const [ending, list] of Object.entries(ENDINGS[language] ?? {})) {
    if (!infinitive.endsWith(ending)) continue
    const stem = infinitive.slice(0, -ending.length)
    if (language === 'de') return [infinitive, ...germanForms(stem, list.split(' '), ending.slice(0, -1))]
    return [infinitive, ...list.split(' ').map((form) => stem + form)]
  }
  return [infinitive]
}

/** "antwortete": a stem in d or t takes an e before the ending. */
function germanForms(stem: string, endings: readonly string[], vowel: string): string[] {
  const link = /[dt]$|[^aeiouhlmnr][mn]$/.test(stem) ? 'e' : ''
  const forms = endings.map((ending) => (ending.startsWith('t') ? stem + link + ending : stem + ending))
  const isPrefixed = /^(?:be|er|ver|ent|zer|ge|wider|unter)|ier$/.test(stem)
  const middle = vowel === 'e' ? link : vowel
  return [...forms, `${isPrefixed ? '' : 'ge'}${stem}${middle}t*`]
}
