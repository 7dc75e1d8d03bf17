// Word lists of French, written by us from general knowledge.
import type { WordLists } from '../word-lists.ts'

export const french: WordLists = {
  language: 'fr',
  capitalisesNouns: false,
  dropsSubjects: false,
  adjectivesFollow: true,
  cueVerbs: {
    none: `dire dit disent disait disaient disant dit* dira
déclarer
affirmer
expliquer
ajouter
indiquer
souligner
préciser
estimer
assurer
écrire écrit écrivent écrivait écrit*
demander
répondre répond répondent répondait répondu*
lancer lance lancent lançait lança lancé*
confier
annoncer annonce annoncent annonçait annonça annoncé*
marteler martèle martelait martelé*
insister
rappeler rappelle rappellent rappelait rappelé*
raconter
conclure conclut concluait conclu*
répéter répète répètent répétait répété*
juger juge jugent jugeait jugé*
constater
reconnaître reconnaît reconnaissent reconnu*
admettre admet admettent admis*
révéler révèle révèlent révélait révélé*
confirmer
noter
observer
commenter
témoigner
promettre promet promettent promis*
croire croit croient croyait
penser
résumer
ironiser
plaisanter
murmurer
crier crie crient criait crié*
poursuivre poursuit poursuivait poursuivi*
renchérir renchérit
rétorquer
argumenter
soutenir soutient soutiennent soutenait soutenu*
faire-valoir
prévoir prévoit prévoient prévu*
signaler
informer
considérer considère considèrent considéré*
glisser
analyser
détailler
rapporter
décliner`,
    praise: `saluer salue saluent saluait salué*
féliciter
remercier
louer
applaudir applaudit applaudissent applaudi*
célébrer célèbre célébré*`,
    support: `approuver
défendre défend défendent défendait défendu*
appuyer appuie appuient appuyé*
plaider`,
    concern: `craindre craint craignent craignait craint*
redouter
avertir avertit avertissent averti*
prévenir prévient préviennent prévenu*
alerter
s'inquiéter inquiète inquiètent inquiété*
mettre-en-garde`,
    criticism: `critiquer
condamner
accuser
dénoncer dénonce dénoncent dénonçait dénonça dénoncé*
fustiger fustige fustigeait fustigé*
reprocher
blâmer
protester
tancer
pointer
étriller
vilipender
s'indigner indigne indignent indigné*
se-plaindre plaint plaignent
regretter
déplorer`,
    rejection: `rejeter rejette rejettent rejetait rejeté*
refuser
s'opposer oppose opposent opposé*
écarter
exclure exclut excluent exclu*
balayer balaie balayé*
réfuter
contester`,
    threat: 'menacer menace menacent menaçait menacé*',
    appeal: `appeler appelle appellent appelait appelé*
exiger exige exigent exigeait exigé*
réclamer
exhorter
proposer
recommander
supplier
inviter
presser`,
    denial: `nier nie nient niait nié*
démentir dément démentent démentait démenti*`,
  },
  weakCueVerbs: {
    none: `qualifier
décrire décrit décrivent décrit*
exprimer
évoquer
parler
voir voit voient vu*
vouloir veut veulent
espérer espère espèrent espéré*
savoir sait
décider
citer
traiter
parler
montrer
considérer
faire fait
tenir tient
lire lit`,
  },
  cuePhrases: `exprimer soutien = support
exprimer son soutien = support
exprimer inquiétude = concern
exprimer son inquiétude = concern
exprimer sa préoccupation = concern
exprimer son désaccord = rejection
refuser de commenter = none
lancer un appel = appeal
appeler à = appeal`,
  sourcePhrases: `selon
d après
pour
aux yeux de
de l avis de`,
  clauseSources: 'pour',
  statementNouns: 'communiqué entretien lettre discours rapport message tweet déclaration',
  clauseOpeners: 'que qu si comment pourquoi',
  titles: `m:m
f:mme
f:mlle
m:monsieur
f:madame
m:roi
f:reine
m:prince
f:princesse
m:pape
m:président
f:présidente
m:ancien président
f:ancienne présidente
m:vice-président
f:vice-présidente
m:premier ministre
f:première ministre
ministre
m:chancelier
f:chancelière
secrétaire d état
m:secrétaire général
f:secrétaire générale
m:gouverneur
f:gouverneure
maire
m:sénateur
f:sénatrice
m:député
f:députée
m:directeur
f:directrice
m:général
colonel
capitaine
m:procureur
f:procureure
juge
porte-parole
chef
docteur
dr
pr
professeur
maître
me
m:cardinal
m:évêque
m:père
m:ambassadeur
f:ambassadrice`,
  personNouns: {
    person: `porte-parole ministre maire secrétaire juge responsable représentant journaliste économiste analyste dirigeant
chef témoin élu cadre syndicaliste spécialiste artiste touriste collègue guide propriétaire capitaine colonel
professeur membre leader`,
    man: `président vice-président député sénateur directeur gouverneur ambassadeur avocat médecin chercheur scientifique
expert entrepreneur ouvrier travailleur voisin habitant agriculteur boulanger pêcheur roi prince pape évêque homme père
fils frère mari oncle écrivain auteur acteur entraîneur joueur général commandant fonctionnaire candidat opposant
militant conseiller chancelier ingénieur architecte policier soldat fondateur patron procureur préfet premier-ministre`,
    woman: `présidente vice-présidente députée sénatrice directrice gouverneure ambassadrice avocate chercheuse
scientifique experte ouvrière voisine habitante agricultrice boulangère reine princesse femme mère fille sœur épouse
tante écrivaine autrice actrice entraîneuse joueuse fonctionnaire candidate opposante militante conseillère chancelière
ingénieure policière fondatrice patronne procureure préfète`,
  },
  groupNouns: `experts analystes économistes scientifiques chercheurs critiques voisins habitants riverains manifestants
militants travailleurs salariés employés ouvriers agriculteurs entrepreneurs médecins enseignants étudiants parents
familles policiers autorités fonctionnaires députés sénateurs ministres dirigeants avocats procureurs juges syndicats
entreprises partis gouvernements pays alliés opposants rebelles soldats victimes témoins citoyens électeurs écologistes
journalistes pompiers pêcheurs commerçants organisations associations groupes sources migrants réfugiés investisseurs
banques élus responsables`,
  bodyNouns: `gouvernement ministère département agence bureau commission comité conseil tribunal cour parlement sénat
congrès assemblée chambre parti coalition opposition syndicat fédération confédération alliance association fondation
organisation entreprise société compagnie groupe banque université école hôpital police armée ambassade mairie parquet
préfecture club équipe église journal chaîne institut présidence administration coopérative collectif constructeur`,
  countryVoices: 'gouvernement ministère département ambassade diplomatie armée parlement présidence administration',
  stateNouns: 'gouvernement président présidente parlement ambassadeur ambassade armée roi reine république capitale',
  stateWords: 'pays nation état gouvernement république',
  nationWords: 'pays nation république',
  addresseeVerbs: '',
  formsOfAddress: 'm mme mlle monsieur madame docteur dr pr professeur maître me',
  companyNouns: 'entreprise société compagnie firme groupe constructeur chaîne opérateur',
  publicWords:
    'parti ministère département agence commission comité conseil tribunal université police gouvernement banque',
  spokesWords: 'porte-parole',
  organizationWords: `parti ministère département agence bureau commission comité conseil tribunal cour parlement sénat congrès
assemblée chambre coalition syndicat union fédération confédération alliance association fondation organisation
entreprise société compagnie groupe banque université école hôpital police armée ambassade institut club fc église
mouvement front rassemblement collectif sa sas`,
  placeWords: `rivière lac mer océan baie golfe détroit canal île îles péninsule montagne mont vallée désert forêt parc rue
avenue boulevard place pont aéroport port gare plage côte ville province quartier saint sainte`,
  places: `marseille
lyon
toulouse
nice
nantes
strasbourg
bordeaux
lille
bretagne
normandie
corse
alsace
europe
asie
afrique
amérique
amérique latine
proche-orient
moyen-orient
new york
los angeles
londres
genève
montréal
québec
gaza
cisjordanie
crimée
hong kong`,
  metonyms: `la maison blanche = US
maison blanche = US
le kremlin = RU
kremlin = RU
l élysée = FR
élysée = FR
matignon = FR
quai d orsay = FR
downing street = GB
bruxelles = EU`,
  parties:
    'socialiste socialistes républicain républicains démocrate démocrates libéral libéraux conservateur conservateurs travailliste travaillistes écologiste écologistes insoumis',
  peoples: 'kurdes musulmans juifs chrétiens catholiques arabes',
  documentNouns:
    'rapport étude sondage lettre communiqué article texte document loi jugement arrêt livre données chiffres enquête',
  timeNouns:
    'an ans année années mois semaine jour jours nuit matin soir heure heures minute moment fois décennie siècle chose cas partie',
  daysAndMonths: `lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août
septembre octobre novembre décembre`,
  notActors: `français
anglais
dieu
noël
pâques
guerre mondiale
seconde guerre mondiale
internet
covid-19
covid
pib
photo
lire aussi`,
  pronouns: { he: 'il lui', she: 'elle', they: 'ils elles eux', it: 'cela', who: 'qui' },
  obliques: 'au aux du',
  reportedMood: '',
  namers: 'de comme d',
  negators: 'aucun aucune personne nul',
  askedAbout: '',
  adjectivalNouns: '',
  personalNouns: '',
  thingPrepositions: 'de du à en',
  sideWords: 'parties camps',
  determiners: `le la les l un une des du au aux ce cet cette ces plusieurs quelques certains certaines autre autres tout
toute tous toutes chaque deux trois quatre cinq six sept huit neuf dix`,
  definite: 'le la les l du au aux ce cet cette ces',
  possessives: 'son sa ses leur leurs mon ma mes notre nos votre vos',
  prepositions:
    'de d en à par pour avec sans sur entre depuis jusque vers contre selon durant pendant après avant devant sous chez dans comme du des au aux',
  placePrepositions: 'en à dans vers depuis',
  auxiliaries: `a ont avait avaient aura est sont était étaient fut furent sera seront peut peuvent pourrait doit doivent va
vont ait`,
  passives: 'est sont était étaient fut furent sera été',
  adverbs: `ne n pas aussi déjà hier demain également ensuite puis alors encore jamais toujours ainsi seulement maintenant
enfin notamment se s y en lui leur nous me`,
  roleAdjectives: 'ex ancien ancienne nouveau nouvelle actuel actuelle',
  conjunctions: 'et ou mais ni car lorsque quand où tandis puisque parce',
  jointWords: 'et ou',
  quantities: 'cent majorité minorité moitié tiers milliers centaines millions dizaines reste partie nombre',
  infinitiveMarks: '',
  gerundPrepositions: 'en',
  relatives: 'que qu dont où lequel laquelle',
  particles: 'de du des la le d l von van',
  links: 'de du des d pour',
  commonLinks: 'de du des d',
  ownerLinks: 'de du des d pour',
  commonWords: `le la les l un une des du de d au aux ce cet cette ces il elle ils elles on nous vous je tu qui que quoi dont où et
ou mais ni car si ne pas non oui aussi selon après avant avec sans pour par dans en sur sous entre chez vers contre depuis
pendant est sont était ont avait plus moins très tout tous toute toutes rien personne quelque chaque autre autres son sa
ses leur leurs mon ma mes notre nos votre vos un deux trois quatre cinq dix hier aujourd'hui demain maintenant alors puis
ensuite déjà encore toujours jamais ainsi lorsque quand comme comment pourquoi cela ceci c j n s qu merci bien experts
habitants`,
  openers:
    'oui non mais et ou que qui comme quand où si selon après avant avec sans pour par dans en sur sous entre chez vers contre depuis pendant déjà encore toujours jamais ainsi bien aussi hier alors puis ensuite rien personne nous vous je tu on c j n s qu',
  pairWords: 'deux',
}
