// Word lists of German, written by us from general knowledge.
import type { WordLists } from '../word-lists.ts'

export const german: WordLists = {
  language: 'de',
  capitalisesNouns: true,
  dropsSubjects: false,
  adjectivesFollow: false,
  cueVerbs: {
    none: `sagen
erklären
meinen
betonen
ergänzen
fragen
antworten
schreiben schreibt schreiben schrieb schrieben geschrieben*
berichten
behaupten
versichern
äußern
erläutern
unterstreichen unterstreicht unterstrich unterstrichen
bekräftigen
begründen
urteilen
kommentieren
verkünden
bestätigen
mitteilen teilte+mit teilten+mit teilt+mit mitgeteilt*
ankündigen kündigte+an kündigten+an kündigt+an angekündigt*
hinzufügen fügte+hinzu fügten+hinzu fügt+hinzu hinzugefügt*
hinweisen wies+hin wiesen+hin weist+hin hingewiesen*
angeben gab+an gaben+an gibt+an angegeben*
bekanntgeben gab+bekannt gaben+bekannt gibt+bekannt bekanntgegeben*
einräumen räumte+ein räumten+ein räumt+ein eingeräumt*
zugeben gab+zu gaben+zu gibt+zu zugegeben*
feststellen stellte+fest stellt+fest festgestellt*
klarstellen stellte+klar stellt+klar klargestellt*
aussagen sagte+aus sagten+aus ausgesagt*
hervorheben hob+hervor hebt+hervor hervorgehoben*
glauben
hoffen
vermuten
rechnen
erwarten
verlauten verlautete
erzählen
erinnern
versprechen verspricht versprach versprachen versprochen*
befinden befand
resümieren
bilanzieren
witzeln
rufen rief riefen ruft
zitieren
formulieren
entgegnen
erwidern
kontern
präzisieren
schildern
prognostizieren
schätzen
bezweifeln
gestehen gestand gesteht
argumentieren
melden
fortfahren fuhr+fort fährt+fort fuhren+fort
bedauern`,
    praise: `loben
würdigen
danken
gratulieren
preisen pries preist
begrüßen`,
    support: `unterstützen
verteidigen
befürworten
zustimmen stimmte+zu stimmten+zu stimmt+zu zugestimmt*
gutheißen`,
    concern: `warnen
befürchten
fürchten
mahnen`,
    criticism: `kritisieren
verurteilen
beschuldigen
bemängeln
rügen
monieren
tadeln
anprangern prangerte+an prangert+an
vorwerfen warf+vor warfen+vor wirft+vor werfen+vor vorgeworfen*
protestieren
klagen
schimpfen
wettern
bedauern
beklagen`,
    rejection: `ablehnen lehnte+ab lehnten+ab lehnt+ab abgelehnt*
zurückweisen wies+zurück wiesen+zurück weist+zurück zurückgewiesen*
ausschließen schloss+aus schließt+aus ausgeschlossen*
widersprechen widersprach widerspricht widersprachen
verweigern
weigern`,
    threat: `drohen
androhen drohte+an droht+an`,
    appeal: `fordern
verlangen
appellieren
auffordern forderte+auf forderten+auf fordert+auf aufgefordert*
aufrufen rief+auf riefen+auf ruft+auf aufgerufen*
plädieren
empfehlen empfahl empfiehlt empfahlen
vorschlagen schlug+vor schlugen+vor schlägt+vor vorgeschlagen*
bitten bat baten bittet gebeten*
raten riet rät
drängen`,
    denial: `bestreiten bestritt bestreitet bestritten
dementieren
leugnen
abstreiten stritt+ab streitet+ab`,
  },
  weakCueVerbs: {
    none: `nennen nannte nannten nennt nennen genannt*
bezeichnen
sprechen sprach sprachen spricht
sehen sah sahen sieht
halten hielt hielten hält
beschreiben beschrieb beschreibt beschrieben*
heißen hieß heißt
finden fand findet
wollen wollte wollten will
denken dachte denkt
wissen wusste weiß
gehen ging geht
setzen
zeigen
machen
stellen
werten
bewerten
charakterisieren
einstufen stufte+ein stuften+ein stuft+ein eingestuft*
titulieren
abtun tat+ab taten+ab tut+ab abgetan*
umschreiben umschrieb umschreibt umschrieben*`,
  },
  cuePhrases: `sprechen von = none
äußern besorgt = concern
äußern sorge = concern
zeigen besorgt = concern
stellen hinter = support`,
  sourcePhrases: `laut
gemäß
so
nach angaben von
nach angaben der
nach angaben des
nach aussage von
nach aussage der
nach aussage des
nach ansicht von
nach ansicht der
nach ansicht des
nach meinung von
nach meinung der
nach meinung des
nach auffassung von
nach auffassung der
nach auffassung des`,
  clauseSources: 'so',
  statementNouns: 'erklärung interview brief rede bericht mitteilung tweet stellungnahme',
  clauseOpeners: 'dass daß ob wie warum',
  titles: `m:herr
m:herrn
f:frau
m:könig
f:königin
m:prinz
f:prinzessin
m:papst
m:präsident
f:präsidentin
m:us-präsident
m:bundespräsident
m:staatspräsident
m:vizepräsident
f:vizepräsidentin
m:ministerpräsident
f:ministerpräsidentin
m:premierminister
f:premierministerin
m:bundeskanzler
f:bundeskanzlerin
m:kanzler
f:kanzlerin
m:minister
f:ministerin
m:außenminister
f:außenministerin
m:innenminister
f:innenministerin
m:verteidigungsminister
f:verteidigungsministerin
m:finanzminister
f:finanzministerin
m:generalsekretär
f:generalsekretärin
m:bürgermeister
f:bürgermeisterin
m:oberbürgermeister
f:oberbürgermeisterin
m:landrat
f:landrätin
m:abgeordneter
f:abgeordnete
m:senator
f:senatorin
m:general
m:oberst
m:staatsanwalt
f:staatsanwältin
m:richter
f:richterin
m:sprecher
f:sprecherin
dr
prof
m:professor
f:professorin
m:bischof
f:bischöfin
m:kardinal
m:erzbischof
m:trainer
f:trainerin`,
  personNouns: {
    person:
      'abgeordnete vorsitzende beamte angestellte verdächtige angeklagte kranke verletzte überlebende angehörige person',
    man: `präsident minister kanzler sprecher chef vorsitzender leiter direktor anwalt staatsanwalt richter arzt professor
lehrer forscher wissenschaftler experte politiker abgeordneter bürgermeister landrat könig prinz papst bischof mann vater
sohn bruder onkel autor schriftsteller schauspieler trainer spieler kapitän general oberst soldat polizist unternehmer
arbeiter bauer fischer bäcker nachbar anwohner zeuge besitzer gründer berater botschafter kandidat aktivist journalist
redakteur geschäftsführer vorstand generalsekretär sekretär beauftragter kommissar manager analyst ökonom historiker
senator gouverneur fahrer pilot schüler student mitarbeiter kollege`,
    woman: `präsidentin ministerin kanzlerin sprecherin chefin leiterin direktorin anwältin staatsanwältin richterin ärztin
professorin lehrerin forscherin wissenschaftlerin expertin politikerin bürgermeisterin landrätin königin prinzessin
bischöfin frau mutter tochter schwester tante autorin schriftstellerin schauspielerin trainerin spielerin soldatin
polizistin unternehmerin nachbarin anwohnerin zeugin besitzerin gründerin beraterin botschafterin kandidatin aktivistin
journalistin redakteurin geschäftsführerin generalsekretärin sekretärin kommissarin managerin senatorin gouverneurin
schülerin studentin mitarbeiterin kollegin`,
  },
  groupNouns: `experten analysten ökonomen wissenschaftler forscher kritiker befürworter gegner anwohner einwohner bürger
wähler demonstranten aktivisten arbeiter beschäftigte mitarbeiter lehrer schüler studenten eltern ärzte bauern landwirte
fischer händler investoren unternehmen anwälte ermittler behörden beamte diplomaten politiker abgeordnete abgeordneten
minister sprecher gewerkschaften parteien länder staaten verbände vereine rebellen soldaten truppen opfer zeugen
naturschützer umweltschützer tierschützer journalisten medien fans spieler flüchtlinge migranten kreise leute menschen
frauen männer feuerwehrleute retter augenzeugen vertreter delegierte mediziner beobachter`,
  bodyNouns: `regierung bundesregierung ministerium amt behörde kommission ausschuss rat gericht gerichtshof parlament senat
kongress bundestag landtag kreistag partei koalition opposition fraktion gewerkschaft verband bund bündnis verein stiftung
organisation unternehmen firma gesellschaft konzern gruppe bank universität schule krankenhaus polizei armee militär
botschaft staatsanwaltschaft feuerwehr kirche zeitung sender agentur institut initiative bürgerinitiative verwaltung
stadt gemeinde landkreis kreis land staat klub club hersteller betreiber fluggesellschaft nachrichtenagentur`,
  countryVoices:
    'regierung ministerium außenministerium verteidigungsministerium innenministerium botschaft armee militär parlament',
  stateNouns:
    'regierung präsident präsidentin ministerpräsident parlament botschafter botschaft armee könig königin republik hauptstadt',
  stateWords: 'land staat nation regierung republik',
  nationWords: 'land staat nation republik',
  addresseeVerbs: '',
  formsOfAddress: 'herr herrn frau dr prof professor professorin',
  companyNouns: 'unternehmen firma konzern gesellschaft gruppe hersteller betreiber',
  publicWords: 'partei ministerium amt behörde kommission ausschuss rat gericht universität polizei regierung bund',
  spokesWords: 'sprecher sprecherin',
  organizationWords: `partei ministerium amt behörde kommission ausschuss rat gericht gerichtshof parlament senat kongress
bundestag gewerkschaft verband bund bündnis verein stiftung organisation gesellschaft konzern gruppe bank universität
schule klinik polizei botschaft institut initiative zeitung agentur gmbh ag union allianz fraktion werke airlines`,
  placeWords: `see fluss meer ozean bucht golf kanal insel inseln halbinsel berg gebirge tal wüste wald park straße allee platz
brücke flughafen hafen bahnhof strand küste stadt provinz bezirk viertel bad sankt`,
  places: `hamburg
münchen
köln
frankfurt
stuttgart
düsseldorf
leipzig
dresden
hannover
bremen
bayern
sachsen
hessen
nordrhein-westfalen
niedersachsen
baden-württemberg
rheinland-pfalz
brandenburg
thüringen
schleswig-holstein
saarland
europa
asien
afrika
amerika
nordamerika
südamerika
lateinamerika
naher osten
nahen osten
new york
los angeles
kalifornien
texas
florida
zürich
genf
gaza
gazastreifen
westjordanland
krim
tschetschenien
hongkong
kosovo`,
  metonyms: `das weiße haus = US
weiße haus = US
weißes haus = US
der kreml = RU
kreml = RU
brüssel = EU
downing street = GB
vatikan = VA`,
  parties:
    'sozialdemokraten christdemokraten liberale grünen grüne linke republikaner demokraten konservativen konservative sozialisten kommunisten spd cdu csu fdp afd pds',
  peoples: 'kurden muslime juden christen katholiken araber palästinenser taliban',
  documentNouns:
    'bericht studie umfrage brief erklärung artikel text dokument gesetz urteil buch daten zahlen mitteilung',
  timeNouns:
    'jahr jahre monat woche tag tage nacht morgen abend stunde stunden minute moment mal jahrzehnt jahrhundert sache fall teil zeit',
  daysAndMonths: `montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar februar märz april mai juni juli
august september oktober november dezember montagabend dienstagabend mittwochabend donnerstagabend freitagabend uhr
prozent euro dollar millionen milliarden kilometer meter ende anfang mitte tonnen`,
  notActors: `deutsch
englisch
französisch
gott
weihnachten
ostern
weltkrieg
zweiter weltkrieg
zweiten weltkrieg
internet
covid-19
foto
wikinews`,
  pronouns: { he: 'er ihm ihn', she: 'sie', they: 'ihnen', it: '', who: '' },
  obliques: 'dem den des einem einen eines im am zum zur vom beim seinem seinen ihrem ihren diesem diesen',
  reportedMood: `sei seien habe werde könne müsse solle wolle dürfe gebe gehe komme stehe bleibe liege wisse sehe
handele handle brauche lasse mache trage führe halte bestehe bringe bedeute gehöre hätten würden könnten müssten`,
  namers: 'als von für vom',
  negators: 'kein keine keiner niemand',
  askedAbout: '',
  adjectivalNouns: '',
  personalNouns: '',
  thingPrepositions: 'in aus bei',
  sideWords: 'seiten parteien',
  determiners: `der die das den dem des ein eine einen einem einer eines dieser diese dieses diesen diesem jeder jede jedes
alle beide mehrere einige viele andere kein keine zwei drei vier fünf sechs sieben acht neun zehn zum zur im am vom beim`,
  definite: 'der die das den dem des dieser diese dieses diesen diesem beide zum zur im am vom beim',
  possessives:
    'sein seine seinen seinem seiner seines ihr ihre ihren ihrem ihrer ihres unser unsere unseren mein meine',
  prepositions: `von in an auf bei mit zu nach aus über unter vor hinter neben zwischen gegen für um durch ohne seit während
wegen trotz bis laut gemäß als wie`,
  placePrepositions: 'in im aus nach bei',
  auxiliaries: `hat haben hatte hatten ist sind war waren wird werden wurde wurden kann können konnte muss müssen soll sollen
sollte will wollen wollte darf dürfen habe sei seien werde würde würden hätte wäre`,
  passives: 'wird werden wurde wurden worden würde',
  adverbs: `auch nicht dann noch nur schon bereits gestern heute morgen zuvor zudem außerdem jedoch aber dagegen hingegen
weiter ferner am später nun jetzt daraufhin dazu darauf so demnach unterdessen sich dort hier ebenfalls wörtlich
zugleich gleichzeitig`,
  roleAdjectives: 'ehemalige ehemaliger ehemaligen frühere früherer früheren amtierende neue neuer designierte',
  conjunctions: 'und oder aber sondern denn weil wenn während obwohl nachdem bevor damit',
  jointWords: 'und oder sowie',
  quantities: 'prozent mehrheit minderheit hälfte drittel tausende hunderte millionen dutzend rest teil zahl',
  infinitiveMarks: 'zu',
  gerundPrepositions: '',
  relatives: 'der die das den dem deren dessen welcher welche welches wo',
  particles: 'von van de der den zu und',
  links: 'für',
  commonLinks: '',
  ownerLinks: 'von der des für vom',
  commonWords: `der die das den dem des ein eine einen einem einer eines dieser diese dieses diesen diesem er sie es wir ihr ich du
man wer was wo wann warum wie und oder aber sondern denn wenn weil dass ob nicht kein keine auch nur noch schon so dann da
dort hier heute gestern morgen nach vor in im an am auf aus bei beim mit von vom zu zum zur über unter für gegen um durch
ohne seit während wegen trotz bis laut gemäß als ist sind war waren hat haben hatte wird wurde kann soll will mehr weniger
sehr alle alles nichts niemand etwas jeder jede sein seine ihr ihre unser unsere mein zwei drei vier fünf zehn ja nein
danke damit dabei dazu daher deshalb allerdings jedoch zudem außerdem bisher inzwischen zuvor danach noch genau geplant
beide viele einige mehrere andere insgesamt rund etwa knapp bereits erst bleibe`,
  openers:
    'ja nein aber und oder dass ob wenn weil nach vor in im an am auf aus bei beim mit von vom zu zum zur über unter für gegen um durch ohne seit während wegen trotz bis laut als auch nur noch schon so dann da dort hier heute gestern alle alles nichts niemand ich wir du man wer was wo wann warum wie',
  pairWords: 'beide beiden zwei',
}
