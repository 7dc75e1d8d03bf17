// Words of attitude in German, written by us from general knowledge.
import type { PolarityLists } from '../polarity-lists.ts'
import { germanPhrases } from './polarity-phrases.ts'

export const germanPolarity: PolarityLists = {
  language: 'de',
  ...germanPhrases,
  objectBefore: true,
  verbs: [
    {
      polarity: 'positive',
      strength: 0.9,
      manner: 'speech',
      kind: 'praise',
      target: 'object',
      words: `lobt lobte lobten loben gelobt
würdigt würdigte würdigten würdigen gewürdigt
begrüßt begrüßte begrüßten begrüßen begrüßt
feiet feiete feieten feiern gefeiet
preist preiste preisten preisen gepreist
dankt dankte dankten danken gedankt
gratuliert gratulierte gratulierten gratulieren`,
    },
    {
      polarity: 'positive',
      strength: 0.85,
      manner: 'state',
      kind: 'support',
      target: 'object',
      words: `unterstützt unterstützte unterstützten unterstützen unterstützt
befürwortt befürwortte befürwortten befürworten befürwortet
verteidigt verteidigte verteidigten verteidigen verteidigt
bewundet bewundete bewundeten bewundern bewundert
stellt stellte stellten > sich hinter
steht stand > hinter`,
    },
    {
      polarity: 'positive',
      strength: 0.7,
      manner: 'deed',
      kind: 'support',
      target: 'object',
      words: `unterzeichnet unterzeichnete unterzeichneten unterzeichnen
billigt billigte billigten billigen gebilligt
hilft half halfen helfen geholfen
schützt schützte schützten schützen geschützt
fördert förderte förderten fördern gefördert
finanziert finanzierte finanzierten finanzieren
beschließt beschloss beschlossen beschließen
genehmigt genehmigte genehmigten genehmigen
stimmt stimmte stimmten > für`,
    },
    {
      polarity: 'positive',
      strength: 0.5,
      manner: 'speech',
      kind: 'appeal',
      target: 'object',
      words: `fordert forderte forderten fordern gefordert
verlangt verlangte verlangten verlangen`,
    },
    {
      polarity: 'negative',
      strength: 0.9,
      manner: 'speech',
      kind: 'criticism',
      target: 'object',
      words: `kritisiert kritisierte kritisierten kritisieren
verurteilt verurteilte verurteilten verurteilen
beschuldigt beschuldigte beschuldigten beschuldigen
tadelt tadelte tadelten tadeln getadelt
rügt rügte rügten rügen gerügt
beleidigt beleidigte beleidigten beleidigen
verspottet verspottete verspotteten verspotten
beklagt beklagte beklagten beklagen
attackiert attackierte attackierten attackieren
bemängelt bemängelte bemängelten bemängeln
bedauert bedauerte bedauerten bedauern`,
    },
    {
      polarity: 'negative',
      strength: 0.85,
      manner: 'speech',
      kind: 'rejection',
      target: 'object',
      words: `verwirft verwarf verwarfen verworfen
abgelehnt ablehnt ablehnte ablehnten
bestreitet bestritt bestritten
zurückgewiesen zurückweist
dementiert dementierte dementierten
lehnt lehnte lehnten
weist wies wiesen > zurück
protestiert protestierte protestierten protestieren > gegen
wehrt wehrte wehrten > sich gegen`,
    },
    {
      polarity: 'negative',
      strength: 0.7,
      manner: 'speech',
      kind: 'concern',
      target: 'object',
      words: `fürchtet fürchtete fürchteten fürchten
befürchtet befürchtete befürchteten befürchten
warnt warnte warnten warnen gewarnt > vor`,
    },
    {
      polarity: 'negative',
      strength: 0.7,
      manner: 'speech',
      kind: 'threat',
      target: 'object',
      words: `droht drohte drohten drohen gedroht
bedroht bedrohte bedrohten bedrohen`,
    },
    {
      polarity: 'negative',
      strength: 0.8,
      manner: 'deed',
      kind: 'measure',
      target: 'object',
      words: `verklagt verklagte verklagten verklagen
sanktioniert sanktionierte sanktionierten
verbietet verbot verboten verbieten
blockiert blockierte blockierten blockieren
boykottiert boykottierte boykottierten
entlässt entließ entlassen entließen
verhaftet verhaftete verhafteten
tötet tötete töteten getötet
ermordet ermordete ermordeten
überfällt überfiel überfielen
bombardiert bombardierte bombardierten
stoppt stoppte stoppten stoppen gestoppt
stimmt stimmte stimmten > gegen
klagt klagte klagten geklagt > gegen
verhängt verhängte verhängten > sanktionen gegen`,
    },
  ],
  nouns: [
    {
      polarity: 'positive',
      strength: 0.85,
      manner: 'state',
      kind: 'support',
      target: 'für zu zum zur mit gegenüber',
      words: `unterstützung
rückhalt
solidarität
vertrauen
zustimmung
sympathie`,
    },
    {
      polarity: 'positive',
      strength: 0.9,
      manner: 'speech',
      kind: 'praise',
      target: 'für an',
      words: `lob
dank
bewunderung
anerkennung
glückwünsche`,
    },
    {
      polarity: 'negative',
      strength: 0.85,
      manner: 'speech',
      kind: 'criticism',
      target: 'an am gegen über von',
      words: `kritik
verurteilung
vorwürfe vorwurf
empörung
wut
zorn
beschwerde beschwerden
angriff angriffe
unmut
entrüstung`,
    },
    {
      polarity: 'negative',
      strength: 0.85,
      manner: 'state',
      kind: 'rejection',
      target: 'gegen zu von',
      words: `widerstand
ablehnung
einwände einwand
widerspruch`,
    },
    {
      polarity: 'negative',
      strength: 0.7,
      manner: 'speech',
      kind: 'concern',
      target: 'über um vor wegen',
      words: `sorge sorgen
besorgnis
bedenken
befürchtung befürchtungen
angst
zweifel`,
    },
    {
      polarity: 'negative',
      strength: 0.75,
      manner: 'deed',
      kind: 'measure',
      target: 'gegen',
      words: `sanktionen
klage klagen
protest proteste
boykott
krieg`,
    },
  ],
  holders: [
    {
      polarity: 'positive',
      strength: 0.8,
      manner: 'state',
      kind: 'support',
      target: 'von des der',
      words: `anhänger anhängerin
befürworter befürworterin
verbündeter verbündete
unterstützer unterstützerin`,
    },
    {
      polarity: 'negative',
      strength: 0.8,
      manner: 'state',
      kind: 'criticism',
      target: 'von des der',
      words: `kritiker kritikerin
gegner gegnerin
feind feinde
rivale rivalin`,
    },
  ],
  adjectives: [
    {
      polarity: 'positive',
      strength: 0.8,
      manner: 'state',
      kind: 'support',
      target: 'für über auf mit',
      words: `dankbar
stolz
zufrieden
erfreut
begeistert`,
    },
    {
      polarity: 'negative',
      strength: 0.75,
      manner: 'state',
      kind: 'criticism',
      target: 'über von mit gegen',
      words: `empört
wütend
verärgert
enttäuscht
skeptisch
unzufrieden
entsetzt`,
    },
    {
      polarity: 'negative',
      strength: 0.65,
      manner: 'state',
      kind: 'concern',
      target: 'über um wegen',
      words: `besorgt
beunruhigt
alarmiert`,
    },
  ],
  praising:
    'gut gute guter gutes großartig hervorragend historisch historischer historisches erfolg erfolgreich sieg fortschritt durchbruch positiv gerecht mutig held hoffnung wichtig wichtiger wichtiges entscheidend notwendig nützlich ausgezeichnet brillant stolz chance frieden stabilität besser beste ehrlich richtig vernünftig erleichterung meilenstein',
  damning:
    'schlecht schlechte schrecklich furchtbar schande schändlich skandal skandalös katastrophe katastrophal tragödie scheitern fehler falsch falsche ungerecht illegal rechtswidrig inakzeptabel unerträglich gefährlich gefahr bedrohung risiko lüge lügner korrupt korruption betrug lächerlich absurd unverantwortlich verbrechen verbrecher grausam brutal verrat heuchelei heuchlerisch unfähig beleidigung aggression gewalt hass rassistisch faschistisch diktator diktatur unzureichend nutzlos schädlich unrecht missbrauch rückschritt wahnsinn schlimm schlimmer',
  punishments:
    'rücktritt sanktionen verbot boykott abzug ausschluss aussetzung verhaftung isolation embargo abschaffung entlassung',
  harms: 'angriff angriffe mord ermordung überfall bombardierung tod entführung verhaftung massaker',
  negations: 'nicht kein keine keinen keiner nie niemals weder ohne',
  pluperfects: 'hatte hatten',
  earlier: `bis
früher
zunächst
ursprünglich`,
  permissions: 'darf dürfen kann können muss müssen soll sollen',
  possibilities: `darf
dürfen
kann
können
muss
müssen`,
  possibilityBreaks: 'nicht nie nur',
  reversals: 'verweigert verweigerte lehnt beendet beendete verliert verlor',
  controls: 'will wollen wollte wollten kann können soll sollen muss müssen möchte zu weiterhin bereit',
  objectMarkers: '',
  be: 'ist sind war waren wurde wurden wird werden worden sei',
  auxiliaries:
    'ist sind war waren wurde wurden wird werden worden sei hat haben hatte hatten habe kann können könnte soll sollen sollte muss müssen will wollen würde dürfe sich',
  hedges: 'könnte könnten würde würden ob wenn falls vielleicht',
  doubts: 'ob wenn',
  causes: 'will wollen ließ lässt lassen',
  agents: 'von vom',
  receivers:
    'erntet erntete ernteten erhält erhielt erhielten bekommt bekam stößt stieß löst löste hat hatte findet fand starb starben stirbt fiel fielen verschwand wurde bleibt blieb',
  namings: 'nannte nannten nennt bezeichnete bezeichneten bezeichnet sprach kritisierte',
  relatives: 'der die das welcher welche',
  firstPerson: 'ich wir mein meine unser unsere uns mich',
  determiners:
    'der die das den dem des ein eine einen einem einer eines dieser diese dieses diesen diesem jeder jede alle mehr',
  possessives: 'sein seine seinen seiner ihr ihre ihren ihrer mein unsere',
  prepositions:
    'von vom in im an am auf bei beim für mit zu zum zur nach aus über unter um gegen vor zwischen seit durch ohne während wegen laut trotz',
  inner: 'von vom in im an am auf für mit zu zum zur zwischen über gegen und oder des der',
  conjunctions: 'und oder aber sondern noch',
  clauseOpeners: 'dass ob weil obwohl während wenn als nachdem bevor wo wie da damit',
  voices:
    'regierung präsident präsidentin minister ministerin kanzler kanzlerin sprecher sprecherin partei armee polizei gericht parlament gewerkschaft unternehmen rat ministerium fraktion',
  participleEndings: 'end',
  verbEndings: 'ierte ierten',
  adverbEndings: 'weise',
  adverbs:
    'auch gestern heute bereits noch schon immer sehr scharf erneut ebenfalls am montag dienstag mittwoch donnerstag freitag samstag sonntag deutlich ausdrücklich',
  pointers: 'das dies dieser diese dieses es',
  matters: `maßnahme entscheidung schritt ankündigung ergebnis änderung lage antwort beschluss beschlossen
abkommen vereinbarung vertrag pakt waffenruhe bündnis zusammenarbeit fusion übernahme kauf verkauf
gesetz reform verordnung veto resolution haushalt maßnahme maßnahmen verbot sanktionen
urteil verurteilung entscheidung prozess fall klage
streik ausstand arbeitskampf
plan pläne projekt vorschlag vorhaben programm bau antrag strecke bahn bahnstrecke
angriff angriffe invasion offensive bombardierung krieg einsatz
abstimmung wahl wahlen referendum ergebnis sieg
bericht studie forschung arbeit
schließung kürzung kürzungen einschränkungen
wechsel ernennung rücktritt entlassung`,
  sayings: {
    appeal: `muss
müssen
sollte
sollten
wir fordern
wir bitten`,
    threat: `werden reagieren
wird folgen haben`,
    denial: `stimmt nicht
ist falsch
eine lüge`,
    concern: `sorge
sorgen
besorgt
fürchte
fürchten
gefahr
risiko`,
    support: `wir unterstützen
ich unterstütze`,
    rejection: `inakzeptabel
lehnen ab
wir lehnen`,
  },
  appeals: 'fordert forderte forderten appelliert appellierte drängt drängte bittet bat',
  sources: 'von vom aus seitens',
  abstentions: `wollte sich nicht äußern
wollten sich nicht äußern
äußerte sich nicht
lehnte eine stellungnahme ab
enthielt sich
bleibt neutral
keinen kommentar
ergebnisoffen
zur kenntnis genommen
nimmt zur kenntnis
nahm zur kenntnis
respektiert die entscheidung
respektiert das urteil
wollte sich dazu nicht äußern
wollte dazu nichts sagen
nicht stellung nehmen
nimmt keine stellung
ergreift keine partei`,
}
