// Words of attitude in French, written by us from general knowledge.
import type { PolarityLists } from '../polarity-lists.ts'
import { frenchPhrases } from './polarity-phrases.ts'

export const frenchPolarity: PolarityLists = {
  language: 'fr',
  ...frenchPhrases,
  objectBefore: false,
  verbs: [
    {
      polarity: 'positive',
      strength: 0.9,
      manner: 'speech',
      kind: 'praise',
      target: 'object',
      words: `salue saluent salué saluée salués saluées saluer saluait saluaient saluant salua saluèrent
félicite félicitent félicité félicitée félicités félicitées féliciter félicitait félicitaient félicitant félicita félicitèrent
loue louent loué louée loués louées louer louait louaient louant loua louèrent
applaude applaudent applaudé applaudée applaudés applaudées applauder applaudait applaudaient applaudant applauda applaudèrent
remercie remercient remercié remerciée remerciés remerciées remercier remerciait remerciaient remerciant remercia remercièrent
célébre célébrent célébré célébrée célébrés célébrées célébrer célébrait célébraient célébrant célébra célébrèrent
vante vantent vanté vantée vantés vantées vanter vantait vantaient vantant vanta vantèrent
acclame acclament acclamé acclamée acclamés acclamées acclamer acclamait acclamaient acclamant acclama acclamèrent
applaudit applaudissent applaudi
rend rendu rendre > hommage à`,
    },
    {
      polarity: 'positive',
      strength: 0.85,
      manner: 'state',
      kind: 'support',
      target: 'object',
      words: `soutient soutiennent soutenu soutenue soutenir soutenait soutenant
défend défendent défendu défendue défendre défendant
appuie appuient appuyé appuyée appuyer appuyant
approuve approuvent approuvé approuvée approuvés approuvées approuver approuvait approuvaient approuvant approuva approuvèrent
admire admirent admiré admirée admirés admirées admirer admirait admiraient admirant admira admirèrent
cautionne cautionnent cautionné cautionnée cautionnés cautionnées cautionner cautionnait cautionnaient cautionnant cautionna cautionnèrent
plébiscite plébiscitent plébiscité plébiscitée plébiscités plébiscitées plébisciter plébiscitait plébiscitaient plébiscitant plébiscita plébiscitèrent`,
    },
    {
      polarity: 'positive',
      strength: 0.7,
      manner: 'deed',
      kind: 'support',
      target: 'object',
      words: `signe signent signé signée signés signées signer signait signaient signant signa signèrent
adopte adoptent adopté adoptée adoptés adoptées adopter adoptait adoptaient adoptant adopta adoptèrent
ratifie ratifient ratifié ratifiée ratifiés ratifiées ratifier ratifiait ratifiaient ratifiant ratifia ratifièrent
aide aident aidé aidée aidés aidées aider aidait aidaient aidant aida aidèrent
protége protégent protégé protégée protégés protégées protéger protégait protégaient protégant protéga protégèrent
finance financent financé financée financés financées financer financait financaient financant financa financèrent
vote votent voté votée votés votées voter votait votaient votant vota votèrent
valide valident validé validée validés validées valider validait validaient validant valida validèrent
vote votent voté voter > pour`,
    },
    {
      polarity: 'positive',
      strength: 0.5,
      manner: 'speech',
      kind: 'appeal',
      target: 'object',
      words: `réclame réclament réclamé réclamer réclamant
exige exigent exigé exiger exigeant
demande demandent demandé demander demandant
appelle appellent appelé appeler > à`,
    },
    {
      polarity: 'negative',
      strength: 0.9,
      manner: 'speech',
      kind: 'criticism',
      target: 'object',
      words: `critique critiquent critiqué critiquée critiqués critiquées critiquer critiquait critiquaient critiquant critiqua critiquèrent
condamne condamnent condamné condamnée condamnés condamnées condamner condamnait condamnaient condamnant condamna condamnèrent
dénonce dénoncent dénoncé dénoncée dénoncés dénoncées dénoncer dénoncait dénoncaient dénoncant dénonca dénoncèrent
accuse accusent accusé accusée accusés accusées accuser accusait accusaient accusant accusa accusèrent
blâme blâment blâmé blâmée blâmés blâmées blâmer blâmait blâmaient blâmant blâma blâmèrent
fustige fustigent fustigé fustigée fustigés fustigées fustiger fustigait fustigaient fustigant fustiga fustigèrent
insulte insultent insulté insultée insultés insultées insulter insultait insultaient insultant insulta insultèrent
attaque attaquent attaqué attaquée attaqués attaquées attaquer attaquait attaquaient attaquant attaqua attaquèrent
vilipende vilipendent vilipendé vilipendée vilipendés vilipendées vilipender vilipendait vilipendaient vilipendant vilipenda vilipendèrent
déplore déplorent déploré déplorée déplorés déplorées déplorer déplorait déploraient déplorant déplora déplorèrent
regrette regrettent regretté regrettée regrettés regrettées regretter regrettait regrettaient regrettant regretta regrettèrent
reproche reprochent reproché reprochée reprochés reprochées reprocher reprochait reprochaient reprochant reprocha reprochèrent
tacle taclent taclé taclée taclés taclées tacler taclait taclaient taclant tacla taclèrent
étrille étrillent étrillé étrillée étrillés étrillées étriller étrillait étrillaient étrillant étrilla étrillèrent
moque moquent moqué moquée moqués moquées moquer moquait moquaient moquant moqua moquèrent
s > en est pris à`,
    },
    {
      polarity: 'negative',
      strength: 0.85,
      manner: 'speech',
      kind: 'rejection',
      target: 'object',
      words: `rejete rejetent rejeté rejetée rejetés rejetées rejeter rejetait rejetaient rejetant rejeta rejetèrent
refuse refusent refusé refusée refusés refusées refuser refusait refusaient refusant refusa refusèrent
récuse récusent récusé récusée récusés récusées récuser récusait récusaient récusant récusa récusèrent
conteste contestent contesté contestée contestés contestées contester contestait contestaient contestant contesta contestèrent
écarte écartent écarté écartée écartés écartées écarter écartait écartaient écartant écarta écartèrent
réfute réfutent réfuté réfutée réfutés réfutées réfuter réfutait réfutaient réfutant réfuta réfutèrent
rejette rejettent
oppose opposent opposé opposée opposés > à
oppose opposent opposé opposée opposés > au
oppose opposent opposé opposée opposés > aux`,
    },
    {
      polarity: 'negative',
      strength: 0.7,
      manner: 'speech',
      kind: 'concern',
      target: 'object',
      words: `craint craignent craignait redoute redoutent redouté
inquiète inquiètent inquiété inquiétée > de
inquiète inquiètent inquiété > du
alerte alertent alerté alerter > sur
met mettent mis > en garde contre`,
    },
    {
      polarity: 'negative',
      strength: 0.7,
      manner: 'speech',
      kind: 'threat',
      target: 'object',
      words: `menace menacent menacé menacée menacer menaçant menaçait`,
    },
    {
      polarity: 'negative',
      strength: 0.8,
      manner: 'deed',
      kind: 'measure',
      target: 'object',
      words: `sanctionne sanctionnent sanctionné sanctionnée sanctionnés sanctionnées sanctionner sanctionnait sanctionnaient sanctionnant sanctionna sanctionnèrent
expulse expulsent expulsé expulsée expulsés expulsées expulser expulsait expulsaient expulsant expulsa expulsèrent
arrête arrêtent arrêté arrêtée arrêtés arrêtées arrêter arrêtait arrêtaient arrêtant arrêta arrêtèrent
emprisonne emprisonnent emprisonné emprisonnée emprisonnés emprisonnées emprisonner emprisonnait emprisonnaient emprisonnant emprisonna emprisonnèrent
bloque bloquent bloqué bloquée bloqués bloquées bloquer bloquait bloquaient bloquant bloqua bloquèrent
annule annulent annulé annulée annulés annulées annuler annulait annulaient annulant annula annulèrent
boycotte boycottent boycotté boycottée boycottés boycottées boycotter boycottait boycottaient boycottant boycotta boycottèrent
limoge limogent limogé limogée limogés limogées limoger limogait limogaient limogant limoga limogèrent
assassine assassinent assassiné assassinée assassinés assassinées assassiner assassinait assassinaient assassinant assassina assassinèrent
tue tuent tué tuée tués tuées tuer tuait tuaient tuant tua tuèrent
agresse agressent agressé agressée agressés agressées agresser agressait agressaient agressant agressa agressèrent
bombarde bombardent bombardé bombardée bombardés bombardées bombarder bombardait bombardaient bombardant bombarda bombardèrent
révoque révoquent révoqué révoquée révoqués révoquées révoquer révoquait révoquaient révoquant révoqua révoquèrent
licencie licencient licencié licenciée licenciés licenciées licencier licenciait licenciaient licenciant licencia licencièrent
poursuive poursuivent poursuivé poursuivée poursuivés poursuivées poursuiver poursuivait poursuivaient poursuivant poursuiva poursuivèrent
suspend suspendu suspendue suspendre
interdit interdite interdire
envahi envahit envahir
vote votent voté voter > contre
porte portent porté porter > plainte contre
fait font > appel`,
    },
  ],
  nouns: [
    {
      polarity: 'positive',
      strength: 0.85,
      manner: 'state',
      kind: 'support',
      target: 'à au aux pour envers en',
      words: `soutien soutiens
appui
solidarité
confiance
loyauté
adhésion`,
    },
    {
      polarity: 'positive',
      strength: 0.9,
      manner: 'speech',
      kind: 'praise',
      target: 'à au aux pour',
      words: `éloge éloges
gratitude
admiration
félicitations
hommage`,
    },
    {
      polarity: 'negative',
      strength: 0.85,
      manner: 'speech',
      kind: 'criticism',
      target: 'de du des contre à au aux envers',
      words: `critique critiques
condamnation condamnations
accusation accusations
indignation
colère
reproche reproches
plainte plaintes
attaque attaques`,
    },
    {
      polarity: 'negative',
      strength: 0.85,
      manner: 'state',
      kind: 'rejection',
      target: 'à au aux de du des',
      words: `opposition
rejet
objection objections
résistance
refus`,
    },
    {
      polarity: 'negative',
      strength: 0.7,
      manner: 'speech',
      kind: 'concern',
      target: 'sur quant de du des face',
      words: `inquiétude inquiétudes
préoccupation préoccupations
crainte craintes
alarme
doutes`,
    },
    {
      polarity: 'negative',
      strength: 0.75,
      manner: 'deed',
      kind: 'measure',
      target: 'contre',
      words: `sanctions
plainte
manifestation manifestations
boycott
veto
guerre
protestation`,
    },
  ],
  holders: [
    {
      polarity: 'positive',
      strength: 0.8,
      manner: 'state',
      kind: 'support',
      target: 'de du des',
      words: `partisan partisane partisans
allié alliée alliés
défenseur défenseurs
soutien`,
    },
    {
      polarity: 'negative',
      strength: 0.8,
      manner: 'state',
      kind: 'criticism',
      target: 'de du des',
      words: `opposant opposante opposants
adversaire adversaires
ennemi ennemie ennemis
détracteur détracteurs`,
    },
  ],
  adjectives: [
    {
      polarity: 'positive',
      strength: 0.8,
      manner: 'state',
      kind: 'support',
      target: 'de du des à au aux',
      words: `fier fière fiers
reconnaissant reconnaissante
favorable favorables
satisfait satisfaite satisfaits
en > faveur de
en > faveur du`,
    },
    {
      polarity: 'negative',
      strength: 0.75,
      manner: 'state',
      kind: 'criticism',
      target: 'à au aux de du des contre envers',
      words: `opposé opposée opposés
hostile hostiles
critique critiques
indigné indignée
furieux furieuse`,
    },
    {
      polarity: 'negative',
      strength: 0.65,
      manner: 'state',
      kind: 'concern',
      target: 'par de du des',
      words: `inquiet inquiète inquiets
préoccupé préoccupée préoccupés
alarmé alarmée`,
    },
  ],
  praising:
    'bon bonne grand grande excellent excellente historique succès réussite victoire progrès avancée positif positive juste courageux courage héros espoir important importante vital essentiel nécessaire bénéfique utile magnifique extraordinaire brillant fierté occasion paix stabilité meilleur meilleure honnête soulagement',
  damning:
    'mauvais mauvaise terrible horrible honte honteux honteuse désastre désastreux catastrophe catastrophique tragédie échec erreur faute injuste illégal illégale inacceptable inadmissible intolérable dangereux dangereuse danger menace risque mensonge menteur corrompu corruption fraude scandale scandaleux ridicule absurde irresponsable criminel crime cruel brutal barbarie trahison traître hypocrite incompétent insulte insultant offensant agression agressif violent violence haine raciste fasciste dictateur dictature insuffisant inutile nuisible injustice abus mépris recul pire folie aberration',
  punishments:
    'démission destitution sanctions interdiction boycott retrait expulsion suspension arrestation isolement embargo abrogation départ',
  harms:
    'attaque attaques assassinat assassinats meurtre invasion bombardement mort morts enlèvement arrestation agression massacre',
  negations: 'ne n ni sans aucun aucune jamais personne',
  pluperfects: 'avait avaient',
  earlier: `jusqu
auparavant
naguère`,
  permissions: 'peut peuvent pourra pourront doit doivent',
  possibilities: `peut
peuvent
doit
doivent`,
  possibilityBreaks: 'ne pas',
  reversals:
    'refuse refusent refusé refuser retire retiré retirer renonce renoncé nie nient nié cesse cessé perd perdu manque rejeté évite évité',
  controls:
    'veut veulent voulait décidé promis accepté accepte entend compte cherche tente tenté va vont continue prêt prête doit doivent peut peuvent annoncé à de d',
  objectMarkers: '',
  be: 'est sont été était étaient être étant fut furent sera seront',
  auxiliaries:
    'est sont été était étaient être étant fut furent sera seront serait a ont avait avaient aura peut peuvent pourrait doit doivent devrait s se l le la les lui leur y en pas plus',
  hedges: 'pourrait pourraient si serait seraient devrait',
  doubts: 'si',
  causes: 'veut veulent voulait fait exige',
  agents: 'par',
  receivers:
    'reçoit reçu reçoivent suscite suscité suscitent provoque provoqué attire attiré obtient obtenu essuie essuyé gagne subit mourut meurt tomba tombe disparut',
  namings:
    'qualifié qualifie qualifient qualifiant traité traite décrit jugé juge appelé considère considéré dénonce dénoncé',
  relatives: 'qui que dont lequel laquelle',
  firstPerson: 'je j nous mon ma mes notre nos moi suis sommes',
  determiners: 'le la les l un une des ce cet cette ces tout toute tous toutes autre autres chaque plus plusieurs',
  possessives: 'son sa ses leur leurs mon ma notre',
  prepositions:
    'de du des d à au aux en dans avec par pour sur sous contre depuis entre vers sans selon après avant pendant chez lors',
  inner: 'de du des d à au aux en dans avec entre sur contre par pour et ou vers',
  conjunctions: 'et ou mais ni',
  clauseOpeners: 'que qu si parce bien alors quand lorsque après avant où comme puisque tandis',
  voices:
    'gouvernement administration président présidente ministre porte-parole parti armée police tribunal congrès parlement comité syndicat entreprise conseil direction',
  participleEndings: 'ant',
  verbEndings: 'èrent aient',
  adverbEndings: 'ment',
  adverbs:
    'aussi hier déjà encore toujours très plus fermement également pas mardi lundi mercredi jeudi vendredi samedi dimanche',
  pointers: 'ce cela ça c ceci cette',
  matters: `mesure décision annonce résultat changement situation réponse affaire
accord traité pacte contrat trêve alliance coopération fusion rachat vente signé
loi réforme texte décret veto résolution budget mesure mesures interdiction sanctions adopté
jugement verdict arrêt condamnation décision procès affaire plainte recours
grève débrayage mouvement conflit
plan projet proposition initiative programme chantier
attaque attaques invasion offensive bombardement guerre opération
vote élection élections référendum résultat victoire
rapport étude recherche travaux
fermeture coupe coupes restriction restrictions
transfert nomination démission renvoi`,
  sayings: {
    appeal: `doit
doivent
devrait
il faut
nous demandons
nous exigeons`,
    threat: `il y aura des conséquences
nous riposterons`,
    denial: `c'est faux
un mensonge
jamais`,
    concern: `inquiet
inquiète
craignons
crains
danger
risque`,
    support: `nous soutenons
je soutiens`,
    rejection: `inacceptable
nous refusons
nous rejetons`,
  },
  appeals: 'appelle appelé appellent exhorte exhorté demande demandé exige exigé réclame réclamé presse',
  sources: 'de du des d par',
  abstentions: `a refusé de commenter
n'a pas souhaité commenter
n'a pas répondu
s'est abstenu
s'est abstenue
n'a pas souhaité s'exprimer
reste neutre
n'a pas commenté
a pris acte
prend acte
respecte la décision
respecte le jugement
n'a pas pris position
ne prend pas position
étudie la décision
étudie le jugement
n'a pas voulu se prononcer
ne s'est pas prononcé`,
}
