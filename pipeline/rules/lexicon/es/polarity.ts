// Words of attitude in Spanish, written by us from general knowledge.
import type { PolarityLists } from '../polarity-lists.ts'
import { spanishPhrases } from './polarity-phrases.ts'

export const spanishPolarity: PolarityLists = {
  language: 'es',
  ...spanishPhrases,
  objectBefore: false,
  verbs: [
    {
      polarity: 'positive',
      strength: 0.9,
      manner: 'speech',
      kind: 'praise',
      target: 'object',
      words: `elogia elogian elogió elogiaron elogiado elogiada elogiados elogiadas elogiar elogiando elogiaba elogiaban
alaba alaban alabó alabaron alabado alabada alabados alabadas alabar alabando alababa alababan
celebra celebran celebró celebraron celebrado celebrada celebrados celebradas celebrar celebrando celebraba celebraban
felicita felicitan felicitó felicitaron felicitado felicitada felicitados felicitadas felicitar felicitando felicitaba felicitaban
aplaude aplauden aplaudió aplaudieron aplaudido aplaudida aplaudidos aplaudir aplaudiendo aplaudía aplaudían
destaca destacan destacó destacaron destacado destacada destacados destacadas destacar destacando destacaba destacaban
pondera ponderan ponderó ponderaron ponderado ponderada ponderados ponderadas ponderar ponderando ponderaba ponderaban
homenajea homenajean homenajeó homenajearon homenajeado homenajeada homenajeados homenajeadas homenajear homenajeando homenajeaba homenajeaban
agradece agradecen agradeció agradecieron agradecido agradecer agradeciendo
rinde rindió rendir > homenaje a`,
    },
    {
      polarity: 'positive',
      strength: 0.85,
      manner: 'state',
      kind: 'support',
      target: 'object',
      words: `apoya apoyan apoyó apoyaron apoyado apoyada apoyados apoyadas apoyar apoyando apoyaba apoyaban
respalda respaldan respaldó respaldaron respaldado respaldada respaldados respaldadas respaldar respaldando respaldaba respaldaban
avala avalan avaló avalaron avalado avalada avalados avaladas avalar avalando avalaba avalaban
defende defenden defendió defendieron defendido defendida defendidos defendir defendiendo defendía defendían
secunda secundan secundó secundaron secundado secundada secundados secundadas secundar secundando secundaba secundaban
defiende defienden
admira admiran admiró admirar
confía confían confió confiar > en
está están > a favor de`,
    },
    {
      polarity: 'positive',
      strength: 0.7,
      manner: 'deed',
      kind: 'support',
      target: 'object',
      words: `firma firman firmó firmaron firmado firmada firmados firmadas firmar firmando firmaba firmaban
aproba aproban aprobó aprobaron aprobado aprobada aprobados aprobadas aprobar aprobando aprobaba aprobaban
ratifica ratifican ratificó ratificaron ratificado ratificada ratificados ratificadas ratificar ratificando ratificaba ratificaban
adopta adoptan adoptó adoptaron adoptado adoptada adoptados adoptadas adoptar adoptando adoptaba adoptaban
ayuda ayudan ayudó ayudaron ayudado ayudada ayudados ayudadas ayudar ayudando ayudaba ayudaban
protege protegen protegió protegieron protegido protegida protegidos protegir protegiendo protegía protegían
financia financian financió financiaron financiado financiada financiados financiadas financiar financiando financiaba financiaban
impulsa impulsan impulsó impulsaron impulsado impulsada impulsados impulsadas impulsar impulsando impulsaba impulsaban
promove promoven promovió promovieron promovido promovida promovidos promovir promoviendo promovía promovían
suscribe suscriben suscribió suscribieron suscribido suscribida suscribidos suscribir suscribiendo suscribía suscribían
respalda respaldan respaldó respaldaron respaldado respaldada respaldados respaldadas respaldar respaldando respaldaba respaldaban
aprueba aprueban
vota votan votó votaron votar > a favor de`,
    },
    {
      polarity: 'positive',
      strength: 0.5,
      manner: 'speech',
      kind: 'appeal',
      target: 'object',
      words: `pide piden pidió pidieron pedir pidiendo
exige exigen exigió exigieron exigir exigiendo
reclama reclaman reclamó reclamaron reclamar reclamando
insta instan instó instaron instar > a`,
    },
    {
      polarity: 'negative',
      strength: 0.9,
      manner: 'speech',
      kind: 'criticism',
      target: 'object',
      words: `critica critican criticó criticaron criticado criticada criticados criticadas criticar criticando criticaba criticaban
condena condenan condenó condenaron condenado condenada condenados condenadas condenar condenando condenaba condenaban
denuncia denuncian denunció denunciaron denunciado denunciada denunciados denunciadas denunciar denunciando denunciaba denunciaban
acusa acusan acusó acusaron acusado acusada acusados acusadas acusar acusando acusaba acusaban
culpa culpan culpó culparon culpado culpada culpados culpadas culpar culpando culpaba culpaban
reprocha reprochan reprochó reprocharon reprochado reprochada reprochados reprochadas reprochar reprochando reprochaba reprochaban
repudia repudian repudió repudiaron repudiado repudiada repudiados repudiadas repudiar repudiando repudiaba repudiaban
censura censuran censuró censuraron censurado censurada censurados censuradas censurar censurando censuraba censuraban
insulta insultan insultó insultaron insultado insultada insultados insultadas insultar insultando insultaba insultaban
cuestiona cuestionan cuestionó cuestionaron cuestionado cuestionada cuestionados cuestionadas cuestionar cuestionando cuestionaba cuestionaban
ataca atacan atacó atacaron atacado atacada atacados atacadas atacar atacando atacaba atacaban
tacha tachan tachó tacharon tachado tachada tachados tachadas tachar tachando tachaba tachaban
lamenta lamentan lamentó lamentaron lamentado lamentada lamentados lamentadas lamentar lamentando lamentaba lamentaban
arremete arremetieron arremetió arremeter > contra
carga cargó cargaron cargar > contra`,
    },
    {
      polarity: 'negative',
      strength: 0.85,
      manner: 'speech',
      kind: 'rejection',
      target: 'object',
      words: `rechaza rechazan rechazó rechazaron rechazado rechazada rechazados rechazadas rechazar rechazando rechazaba rechazaban
desestima desestiman desestimó desestimaron desestimado desestimada desestimados desestimadas desestimar desestimando desestimaba desestimaban
desmente desmenten desmentió desmentieron desmentido desmentida desmentidos desmentir desmentiendo desmentía desmentían
repudia repudian repudió repudiaron repudiado repudiada repudiados repudiadas repudiar repudiando repudiaba repudiaban
descarta descartan descartó descartaron descartado descartada descartados descartadas descartar descartando descartaba descartaban
rechaza rechazan
se > opone a
opone oponen opuso opusieron oponer > a`,
    },
    {
      polarity: 'negative',
      strength: 0.7,
      manner: 'speech',
      kind: 'concern',
      target: 'object',
      words: `teme temen temió temieron temer temiendo
advierte advierten advirtió advirtieron advertir advirtiendo > de
advierte advierten advirtió advirtieron advertir > que
alerta alertan alertó alertaron alertar > de
alerta alertan alertó alertaron alertar > sobre`,
    },
    {
      polarity: 'negative',
      strength: 0.7,
      manner: 'speech',
      kind: 'threat',
      target: 'object',
      words: `amenaza amenazan amenazó amenazaron amenazado amenazada amenazados amenazadas amenazar amenazando amenazaba amenazaban`,
    },
    {
      polarity: 'negative',
      strength: 0.8,
      manner: 'deed',
      kind: 'measure',
      target: 'object',
      words: `demanda demandan demandó demandaron demandado demandada demandados demandadas demandar demandando demandaba demandaban
veta vetan vetó vetaron vetado vetada vetados vetadas vetar vetando vetaba vetaban
sanciona sancionan sancionó sancionaron sancionado sancionada sancionados sancionadas sancionar sancionando sancionaba sancionaban
expulsa expulsan expulsó expulsaron expulsado expulsada expulsados expulsadas expulsar expulsando expulsaba expulsaban
detene detenen detenió detenieron detenido detenida detenidos detenir deteniendo detenía detenían
arresta arrestan arrestó arrestaron arrestado arrestada arrestados arrestadas arrestar arrestando arrestaba arrestaban
encarcela encarcelan encarceló encarcelaron encarcelado encarcelada encarcelados encarceladas encarcelar encarcelando encarcelaba encarcelaban
bloquea bloquean bloqueó bloquearon bloqueado bloqueada bloqueados bloqueadas bloquear bloqueando bloqueaba bloqueaban
suspende suspenden suspendió suspendieron suspendido suspendida suspendidos suspendir suspendiendo suspendía suspendían
cancela cancelan canceló cancelaron cancelado cancelada cancelados canceladas cancelar cancelando cancelaba cancelaban
anula anulan anuló anularon anulado anulada anulados anuladas anular anulando anulaba anulaban
multa multan multó multaron multado multada multados multadas multar multando multaba multaban
boicotea boicotean boicoteó boicotearon boicoteado boicoteada boicoteados boicoteadas boicotear boicoteando boicoteaba boicoteaban
prohibe prohiben prohibió prohibieron prohibido prohibida prohibidos prohibir prohibiendo prohibía prohibían
procesa procesan procesó procesaron procesado procesada procesados procesadas procesar procesando procesaba procesaban
bombardea bombardean bombardeó bombardearon bombardeado bombardeada bombardeados bombardeadas bombardear bombardeando bombardeaba bombardeaban
invade invaden invadió invadieron invadido invadida invadidos invadir invadiendo invadía invadían
asesina asesinan asesinó asesinaron asesinado asesinada asesinados asesinadas asesinar asesinando asesinaba asesinaban
mata matan mató mataron matado matada matados matadas matar matando mataba mataban
agrede agreden agredió agredieron agredido agredida agredidos agredir agrediendo agredía agredían
impone imponen impuso impusieron imponer > sanciones a
vota votan votó votaron votar > en contra de
vota votan votó votaron votar > contra
se > querelló contra
recurre recurrió recurrieron recurrir > la sentencia`,
    },
  ],
  nouns: [
    {
      polarity: 'positive',
      strength: 0.85,
      manner: 'state',
      kind: 'support',
      target: 'a al por hacia en con',
      words: `apoyo apoyos
respaldo
solidaridad
confianza
lealtad
adhesión
simpatía`,
    },
    {
      polarity: 'positive',
      strength: 0.9,
      manner: 'speech',
      kind: 'praise',
      target: 'a al por de del',
      words: `elogio elogios
agradecimiento
admiración
felicitaciones
homenaje`,
    },
    {
      polarity: 'negative',
      strength: 0.85,
      manner: 'speech',
      kind: 'criticism',
      target: 'a al contra por de del hacia',
      words: `crítica críticas
condena condenas
acusación acusaciones
indignación
repudio
rechazo
enojo
reproche reproches
queja quejas
ataque ataques
denuncia denuncias`,
    },
    {
      polarity: 'negative',
      strength: 0.85,
      manner: 'state',
      kind: 'rejection',
      target: 'a al de del',
      words: `oposición
objeción objeciones
resistencia`,
    },
    {
      polarity: 'negative',
      strength: 0.7,
      manner: 'speech',
      kind: 'concern',
      target: 'por sobre ante de del',
      words: `preocupación preocupaciones
temor temores
inquietud
alarma
dudas
recelo`,
    },
    {
      polarity: 'negative',
      strength: 0.75,
      manner: 'deed',
      kind: 'measure',
      target: 'contra a al',
      words: `sanciones
demanda demandas
protesta protestas
boicot
veto
guerra`,
    },
  ],
  holders: [
    {
      polarity: 'positive',
      strength: 0.8,
      manner: 'state',
      kind: 'support',
      target: 'de del',
      words: `partidario partidaria partidarios partidarias
aliado aliada aliados aliadas
defensor defensora defensores
simpatizante simpatizantes`,
    },
    {
      polarity: 'negative',
      strength: 0.8,
      manner: 'state',
      kind: 'criticism',
      target: 'de del',
      words: `crítico críticos
opositor opositora opositores opositoras
adversario adversaria adversarios
enemigo enemiga enemigos
detractor detractora detractores`,
    },
  ],
  adjectives: [
    {
      polarity: 'positive',
      strength: 0.8,
      manner: 'state',
      kind: 'support',
      target: 'con de por a al',
      words: `orgulloso orgullosa orgullosos
agradecido agradecida agradecidos
favorable favorables
satisfecho satisfecha satisfechos
a > favor de`,
    },
    {
      polarity: 'negative',
      strength: 0.75,
      manner: 'state',
      kind: 'criticism',
      target: 'con de por a al ante',
      words: `crítico crítica
contrario contraria contrarios contrarias
opuesto opuesta opuestos opuestas
indignado indignada indignados
en > contra de`,
    },
    {
      polarity: 'negative',
      strength: 0.65,
      manner: 'state',
      kind: 'concern',
      target: 'por con de ante',
      words: `preocupado preocupada preocupados preocupadas
alarmado alarmada alarmados
inquieto inquieta`,
    },
  ],
  praising:
    'bueno buena gran grande excelente histórico histórica éxito exitoso logro victoria avance avances positivo positiva justo justa valiente heroico héroe esperanza esperanzador importante vital esencial necesario necesaria beneficioso útil magnífico extraordinario extraordinaria brillante orgullo oportunidad progreso paz estabilidad mejor honesto digno acierto acertado acertada alivio',
  damning:
    'malo mala terrible horrible vergüenza vergonzoso vergonzosa desastre desastroso catástrofe tragedia fracaso error injusto injusta ilegal inaceptable inadmisible intolerable peligroso peligrosa peligro amenaza riesgo mentira mentiroso corrupto corrupta corrupción fraude escándalo escandaloso ridículo absurdo irresponsable criminal crimen cruel brutal barbarie traición traidor hipócrita hipocresía incompetente insulto insultante ofensivo agresión agresivo violento violencia odio racista fascista dictador dictadura atropello despropósito disparate insuficiente inútil perjudicial dañino injustificado injusticia abuso atentado burla humillación locura peor',
  punishments:
    'dimisión renuncia destitución sanciones prohibición boicot retirada cese expulsión suspensión detención aislamiento embargo derogación',
  harms:
    'ataque ataques asesinato asesinatos invasión bombardeo muerte muertes secuestro detención agresión matanza encarcelamiento',
  negations: 'no nunca jamás ni tampoco sin ningún ninguna nadie',
  pluperfects: 'había habían',
  earlier: `hasta
hace
antes
anteriormente`,
  permissions: 'pueden puede podrá podrán debe deben',
  possibilities: `puede
pueden
debe
deben`,
  possibilityBreaks: 'no nunca',
  reversals:
    'retira retiró retiraron retirar niega negó negaron negar rehúsa rehusó dejó dejaron perdió perdieron pierde falta rechazó descartó evitó',
  controls:
    'quiere quieren quería decidió decidieron prometió acordó acordaron busca buscan buscó pretende pretenden va van seguirá continúa dispuesto dispuesta debe deben puede pueden volvió intenta intentó anunció a de',
  objectMarkers: 'a al',
  be: 'es son fue fueron era eran ser sido siendo está están estaba estuvo ha han había queda quedó',
  auxiliaries:
    'es son fue fueron era eran ser sido siendo está están estaba estuvo ha han había habían hemos haya será serán sería puede pueden podría debe deben se lo la los las le les',
  hedges: 'podría podrían si sería serían quizá quizás ojalá acaso',
  doubts: 'si',
  causes: 'quiere quieren quería exige pide',
  agents: 'por',
  receivers:
    'recibe reciben recibió recibieron suscitó provoca provocó provocaron genera generó cosechó obtuvo tiene ganó logró enfrenta afronta murió murieron muere falleció fallecieron cayó desapareció',
  namings:
    'calificó calificaron califica calificado tildó tildaron tacha tachó describió describe llamó definió considera consideró',
  relatives: 'que quien quienes cual cuales cuyo cuya',
  firstPerson: 'yo nosotros nosotras mi mis nuestro nuestra nuestros me nos estamos estoy somos creo creemos',
  determiners:
    'el la los las un una unos unas este esta estos estas ese esa esos esas aquel dicho dicha tal todo toda todos todas otro otra cada más',
  possessives: 'su sus mi mis nuestro nuestra',
  prepositions:
    'de del a al en con por para sobre ante contra desde hasta entre hacia sin según tras durante mediante bajo',
  inner: 'de del a al en con entre sobre contra por para y o hacia',
  conjunctions: 'y e o u pero ni sino',
  clauseOpeners: 'que si porque aunque mientras cuando después antes donde como pues ya',
  voices:
    'gobierno administración presidente ministro ministra portavoz partido ejército policía tribunal congreso parlamento comité sindicato empresa consejo',
  participleEndings: 'ando iendo',
  verbEndings: 'aron ieron',
  adverbEndings: 'mente',
  adverbs: 'también ayer hoy ya aún todavía además luego siempre muy más tan duramente',
  pointers: 'esto esta este eso esa ese ello lo',
  matters: `medida decisión paso anuncio resultado cambio situación respuesta asunto
acuerdo tratado pacto contrato tregua alianza cooperación fusión compra venta firmó firmaron
ley reforma norma decreto veto resolución presupuesto medida medidas bando prohibición sanciones aprobó
sentencia fallo condena decisión juicio caso demanda recurso
huelga paro conflicto
plan proyecto propuesta iniciativa programa obra obras
ataque ataques invasión ofensiva bombardeo guerra operación
voto votación elección elecciones referéndum resultado victoria
informe estudio investigación trabajo hallazgo
cierre recorte recortes corte cortes restricción restricciones cortará
fichaje traspaso nombramiento dimisión destitución`,
  sayings: {
    appeal: `debe
deben
debería
deberían
tiene que
tienen que
hay que
exigimos
pedimos`,
    threat: `responderemos
habrá consecuencias
pagarán`,
    denial: `no es cierto
es falso
es mentira
nunca`,
    concern: `preocupa
preocupado
preocupada
temo
tememos
peligro
riesgo`,
    support: `apoyo
apoyamos
respaldamos`,
    rejection: `rechazamos
rechazo
inaceptable
no aceptaremos`,
  },
  appeals: 'pide pidió pidieron pedir instó instaron exige exigió exigieron insta llamó llamaron',
  sources: 'de por desde entre',
  abstentions: `declinó comentar
declinó hacer comentarios
no quiso comentar
se abstuvo
se mantuvo neutral
no respondió
no se pronunció
rehusó comentar
no hizo comentarios
evitó pronunciarse
no quiso hacer declaraciones
no hizo declaraciones
estudia la sentencia
estudia la decisión
estudiará la
no tomó partido
no toma partido
tomó nota
toma nota
respeta la decisión
respeta la sentencia
prefirió no opinar`,
}
