// Phrases of position, offices and acts in German, written by us from general knowledge.
import type { PhraseLists } from '../polarity-lists.ts'

export const germanPhrases: PhraseLists = {
  approvals: `gute nachricht
gute idee
guter tag
guten tag
überfällig
höchste zeit
längst überfällig
lange überfällig
ich bin dafür
wir sind dafür
wir unterstützen
ich unterstütze
wir begrüßen
ich begrüße
wir freuen uns
ich freue mich
ein schritt nach vorn
ein gewinn
der richtige weg
die richtige entscheidung
das ist richtig
lohnt sich`,
  disapprovals: `schlechte nachricht
schlechte idee
zu spät
zu wenig
zu teuer
nicht genug
reicht nicht
ich bin dagegen
wir sind dagegen
wir lehnen
lehne ich ab
lehnen wir ab
werden klagen
wird klagen
vor gericht
berufung einlegen
ein fehler
eine schande
ein skandal
ein rückschritt
der falsche weg
die falsche entscheidung
das ist falsch
niemand hat uns gefragt
kein verständnis
nicht hinnehmen
nicht akzeptieren
rausgeworfenes geld`,
  distinct: 'ähnliche ähnlichen andere anderen neue neuen früheren',
  circumstances: `krise gewalt krieg angriff unfall konflikt risiko`,
  indefinites: 'ein eine einen einem einer',
  outlets: 'zeitung dpa spiegel zeit nachrichten tagblatt',
  openPronouns: 'er sie es',
  offices: `sprecher sprecherin vorsitzender vorsitzende vorsitzenden präsident präsidentin minister ministerin kanzler kanzlerin
bürgermeister bürgermeisterin landrat landrätin chef chefin leiter leiterin geschäftsführer geschäftsführerin direktor direktorin
anwalt anwältin gouverneur botschafter botschafterin fraktionschef fraktionschefin vorstand`,
  performatives: `beschlossen beschließt beschloss entschied entscheidet entschieden ordnete verfügte genehmigte billigte verkündete
kündigte beantragte versprach urteilte`,
  undertakings: `plan pläne vorhaben projekt vorschlag entscheidung beschluss gesetz angebot streik urteil reform antrag verbot`,
}
