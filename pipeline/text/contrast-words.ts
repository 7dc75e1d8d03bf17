/**
 * Words that an ellipsis must not swallow, because the rest would say something else without them: negation, contrast,
 * condition, and verbs that turn what follows into its opposite. All languages count at once: a word that is harmless in
 * another one only makes an elided quotation fail.
 */
const CONTRAST_WORDS: Readonly<Record<string, string>> = {
  en: 'not no never nor neither none nobody nothing nowhere without but however although though unless except hardly barely scarcely rarely seldom cannot deny denies denied denying refuse refuses refused refusing reject rejects rejected fail fails failed failing stop stops stopped cease ceased lack lacks lacked instead rather despite yet if whether only unlike until than otherwise contrary false untrue against',
  es: 'no nunca jamás ni nadie nada ningún ninguno ninguna sin pero sino aunque salvo excepto tampoco apenas niega niegan negó negaron rechaza rechazó si solo sólo contra según',
  fr: 'ne n pas non jamais ni personne rien aucun aucune sans mais cependant toutefois pourtant sauf excepté guère plutôt nie nient refuse refusé rejette si sinon contre quoique',
  de: 'nicht kein keine keinen keinem keiner keines nie niemals niemand nichts weder noch ohne aber jedoch sondern doch obwohl obgleich außer kaum selten statt anstatt verweigert verweigerte leugnet leugnete bestreitet bestritt lehnt lehnte falls wenn ob nur gegen bevor',
  pt: 'não nunca jamais nem ninguém nada nenhum nenhuma sem mas porém contudo embora exceto salvo senão nega negou recusa recusou rejeita rejeitou se só apenas contra',
  it: 'non no mai né nessuno nessuna niente nulla senza ma però tuttavia sebbene tranne eccetto salvo neanche neppure appena nega negato rifiuta rifiutato se solo contro',
  nl: 'niet geen nooit niemand niets zonder maar echter hoewel tenzij behalve nauwelijks als alleen tegen',
  sv: 'inte ej aldrig ingen inget inga utan men dock fast förutom knappt om bara mot',
  ru: 'не нет ни никогда никто ничего без но однако хотя кроме если только против едва',
}

const contrastWords: ReadonlySet<string> = new Set(Object.values(CONTRAST_WORDS).flatMap((list) => list.split(' ')))

/** Whether a word, in folded case, negates, contrasts or conditions: "not", "don't", "aber", "sin". */
export function isContrastWord(foldedWord: string): boolean {
  return contrastWords.has(foldedWord) || foldedWord.endsWith("n't") || foldedWord.startsWith("n'")
}
