// Word lists of Spanish, written by us from general knowledge.
import type { WordLists } from '../word-lists.ts'

export const spanish: WordLists = {
  language: 'es',
  capitalisesNouns: false,
  dropsSubjects: true,
  adjectivesFollow: true,
  cueVerbs: {
    none: `decir dice dicen dijo dijeron decía decían diciendo dicho* dirá
afirmar
asegurar
explicar
señalar
añadir
agregar
declarar
manifestar manifiesta manifiestan manifestó manifestaron manifestando manifestado*
indicar
sostener sostiene sostienen sostuvo sostuvieron sosteniendo sostenido*
preguntar
responder
contestar
replicar
comentar
destacar
subrayar
insistir
escribir escribe escriben escribió escribieron escribiendo escrito*
anunciar
reiterar
recordar recuerda recuerdan recordó recordaron recordando recordado*
apuntar
contar cuenta cuentan contó contaron contando contado*
aclarar
concluir concluye concluyen concluyó concluyeron concluyendo concluido*
exclamar
ironizar ironiza ironizó ironizaron ironizando
informar
confirmar
reconocer reconoce reconocen reconoció reconocieron reconociendo reconocido*
admitir
revelar
precisar
detallar
opinar
considerar
creer cree creen creyó creyeron
estimar
calcular
prometer
prever prevé prevén previó
argumentar
alegar alega alegan alegó alegaron
relatar
narrar
bromear bromea bromeó
susurrar
murmurar
gritar
matizar matiza matizó matizaron
zanjar
sentenciar
declinar
evitar
proseguir prosigue prosiguió
repetir repite repiten repitió repitieron`,
    praise: `elogiar
alabar
felicitar
agradecer agradece agradecen agradeció agradecieron agradeciendo agradecido*
aplaudir
celebrar
ensalzar ensalza ensalzó`,
    support: `apoyar
respaldar
defender defiende defienden defendió defendieron defendiendo defendido*
avalar
secundar
suscribir`,
    concern: `temer
advertir advierte advierten advirtió advirtieron advirtiendo advertido*
alertar`,
    criticism: `criticar
condenar
acusar
denunciar
culpar
reprochar
censurar
protestar
quejarse queja quejan quejó quejaron
tachar
cuestionar
arremeter
recriminar
deplorar
cargar
lamentar`,
    rejection: `rechazar rechaza rechazan rechazó rechazaron rechazando rechazado*
descartar
rehusar rehúsa rehúsan rehusó rehusaron
oponerse opone oponen opuso opusieron
desestimar
rebatir`,
    threat: `amenazar amenaza amenazan amenazó amenazaron amenazando amenazado*`,
    appeal: `pedir pide piden pidió pidieron pidiendo pedido*
exigir exige exigen exigió exigieron exigiendo exigido*
reclamar
instar
exhortar
solicitar
urgir
proponer propone proponen propuso propusieron proponiendo propuesto*
recomendar recomienda recomiendan recomendó recomendaron
demandar
rogar ruega ruegan rogó rogaron`,
    denial: `negar niega niegan negó negaron negando negado*
desmentir desmiente desmienten desmintió desmintieron desmintiendo desmentido*`,
  },
  weakCueVerbs: {
    none: `llamar
calificar
describir
expresar
mostrar muestra muestran mostró mostraron
ver ve ven vio vieron
hablar
referirse refiere refieren refirió refirieron
querer quiere quieren quiso
esperar
saber sabe saben supo
pensar piensa piensan pensó
decidir
leer lee leyó
citar
limitarse limita limitan limitó limitaron
definir`,
  },
  cuePhrases: `expresar apoyo = support
expresar su apoyo = support
mostrar apoyo = support
expresar preocupación = concern
expresar su preocupación = concern
mostrar preocupación = concern
expresar rechazo = rejection
mostrar rechazo = rejection
expresar confianza = support
hacer un llamamiento = appeal
declinar hacer = none
evitar pronunciarse = none
oponerse a = rejection`,
  sourcePhrases: `según
de acuerdo con
a juicio de
en opinión de
en palabras de
para`,
  clauseSources: 'para',
  statementNouns: 'comunicado entrevista carta discurso informe mensaje tuit declaración',
  clauseOpeners: 'que si cómo por qué',
  titles: `m:señor
f:señora
m:sr
f:sra
m:don
f:doña
m:rey
f:reina
m:príncipe
f:princesa
m:papa
m:presidente
f:presidenta
m:expresidente
f:expresidenta
m:vicepresidente
f:vicepresidenta
m:primer ministro
f:primera ministra
m:ministro
f:ministra
m:canciller
m:secretario
f:secretaria
m:secretario general
f:secretaria general
m:gobernador
f:gobernadora
m:alcalde
f:alcaldesa
m:senador
f:senadora
m:diputado
f:diputada
m:consejero
f:consejera
m:director
f:directora
general
coronel
capitán
fiscal
juez
jueza
portavoz
líder
m:doctor
f:doctora
m:dr
f:dra
m:profesor
f:profesora
m:obispo
m:arzobispo
m:cardenal
m:padre
embajador
embajadora`,
  personNouns: {
    person: `portavoz líder jefe fiscal juez representante periodista economista analista dirigente gerente testigo
concejal comisario cliente estudiante residente agente militante sindicalista hotelero especialista artista turista
deportista cantante presidente`,
    man: `presidente expresidente vicepresidente ministro alcalde gobernador secretario director senador diputado consejero
embajador abogado médico profesor científico investigador experto empresario obrero trabajador vecino agricultor
panadero pescador rey príncipe papa obispo hombre padre hijo hermano esposo marido tío abuelo escritor autor actor
entrenador jugador capitán general coronel comandante funcionario candidato opositor activista asesor vocero canciller
hidrólogo ingeniero arquitecto policía soldado tesorero fundador dueño propietario socio`,
    woman: `presidenta expresidenta vicepresidenta ministra alcaldesa gobernadora secretaria directora senadora diputada
consejera embajadora abogada médica profesora científica investigadora experta empresaria trabajadora vecina agricultora
panadera reina princesa mujer madre hija hermana esposa tía abuela escritora autora actriz entrenadora jugadora
funcionaria candidata asesora vocera jefa jueza hidróloga ingeniera arquitecta fundadora dueña propietaria socia`,
  },
  groupNouns: `expertos analistas economistas científicos investigadores críticos vecinos residentes habitantes manifestantes
activistas trabajadores empleados obreros agricultores regantes hoteleros empresarios médicos profesores estudiantes
padres familias policías autoridades funcionarios diputados senadores ministros líderes dirigentes abogados fiscales
jueces sindicatos empresas partidos gobiernos países aliados opositores rebeldes soldados víctimas testigos ciudadanos
votantes ecologistas periodistas portavoces bomberos pescadores comerciantes organizaciones asociaciones grupos fuentes
migrantes refugiados inversores bancos conservacionistas`,
  bodyNouns: `gobierno ministerio departamento agencia oficina comisión comité consejo junta tribunal corte parlamento
senado congreso asamblea cámara partido coalición oposición sindicato federación confederación alianza asociación
fundación organización empresa compañía grupo banco universidad escuela hospital policía ejército embajada ayuntamiento
alcaldía fiscalía defensoría patronal club equipo iglesia periódico diario cadena televisión emisora instituto
presidencia administración consejería cooperativa plataforma colectivo`,
  countryVoices: 'gobierno ministerio departamento embajada cancillería ejército parlamento presidencia administración',
  stateNouns: 'gobierno presidente presidenta parlamento embajador embajada ejército rey reina república capital',
  stateWords: 'país nación estado gobierno república',
  nationWords: 'país nación república',
  addresseeVerbs: '',
  formsOfAddress: 'señor señora sr sra don doña doctor doctora dr dra profesor profesora',
  companyNouns: 'empresa compañía firma grupo operadora cadena',
  publicWords:
    'partido ministerio departamento agencia comisión comité consejo tribunal universidad policía gobierno banco',
  spokesWords: 'portavoz vocero vocera portavoces',
  organizationWords: `partido ministerio departamento agencia oficina comisión comité consejo junta tribunal corte parlamento
senado congreso asamblea cámara coalición sindicato unión federación confederación alianza asociación fundación
organización empresa compañía grupo banco universidad escuela hospital policía ejército embajada ayuntamiento fiscalía
defensoría instituto club real fc iglesia defensoría consejería frente movimiento alternativa plataforma sa sl cooperativa`,
  placeWords: `río lago mar océano bahía golfo estrecho canal isla islas península montaña valle desierto bosque parque
calle avenida plaza puente aeropuerto puerto estación playa costa ciudad provincia distrito barrio embalse comarca san
santa sierra`,
  places: `barcelona
sevilla
valencia
bilbao
zaragoza
cataluña
andalucía
galicia
país vasco
europa
asia
áfrica
américa
américa latina
oriente medio
oriente próximo
nueva york
los ángeles
california
florida
texas
londres
hong kong
gaza
cisjordania
crimea
guadalajara
monterrey
medellín
cali
rosario
córdoba`,
  metonyms: `la casa blanca = US
casa blanca = US
el kremlin = RU
kremlin = RU
la moncloa = ES
moncloa = ES
el elíseo = FR
elíseo = FR
downing street = GB
bruselas = EU
la casa rosada = AR
casa rosada = AR`,
  parties:
    'socialista socialistas popular populares republicano republicanos demócrata demócratas liberal liberales conservador conservadores laborista laboristas',
  peoples: 'kurdos musulmanes judíos cristianos católicos árabes latinos hispanos',
  documentNouns:
    'informe estudio encuesta sondeo carta comunicado artículo texto documento ley sentencia auto fallo libro datos cifras',
  timeNouns:
    'año años mes meses semana día días noche mañana tarde hora horas minuto momento vez década siglo cosa caso parte',
  daysAndMonths: `lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto
septiembre octubre noviembre diciembre ene feb mar abr jun jul ago sep oct nov dic`,
  notActors: `español
inglés
francés
dios
navidad
semana santa
guerra mundial
segunda guerra mundial
internet
covid-19
covid
iva
pib
foto
lea también`,
  pronouns: {
    he: 'él',
    she: 'ella',
    they: 'ellos ellas',
    it: 'ello',
    who: 'quien quienes',
  },
  obliques: 'al del',
  reportedMood: '',
  namers: 'como de',
  negators: 'ningún ninguna nadie',
  askedAbout: '',
  adjectivalNouns: 'general',
  personalNouns: '',
  thingPrepositions: 'de en desde',
  sideWords: 'partes bandos lados',
  determiners: `el la los las un una unos unas este esta estos estas ese esa esos esas aquel aquella varios varias muchos
muchas algunos algunas otro otra otros otras ambos ambas cada dos tres cuatro cinco seis siete ocho nueve diez lo al del`,
  definite: 'el la los las este esta estos estas al del ambos ambas',
  possessives: 'su sus mi nuestro nuestra nuestros nuestras',
  prepositions: `de en a por para con sin sobre entre desde hasta hacia contra según durante tras ante bajo mediante
como`,
  placePrepositions: 'en desde hasta hacia por',
  auxiliaries: `ha han había habían habrá he es son era eran fue fueron será serán está están estaba estaban puede pueden
podría debe deben va van`,
  passives: 'es son era eran fue fueron será',
  adverbs: `no también ya ayer hoy mañana además luego después entonces aún todavía nunca siempre así solo sólo ahora
finalmente posteriormente igualmente asimismo este anoche se le les lo me nos ayer`,
  roleAdjectives: 'ex entonces exjefe nuevo nueva actual antiguo antigua veterano veterana',
  conjunctions: 'y e o u pero sino ni aunque porque cuando donde mientras pues',
  jointWords: 'y e o u',
  quantities: 'ciento mayoría minoría mitad tercio miles cientos millones docenas resto parte número',
  infinitiveMarks: '',
  gerundPrepositions: 'tras',
  relatives: 'que cual donde cuando',
  particles: 'de la del los las y san santa',
  links: 'de del para por',
  commonLinks: 'de del',
  ownerLinks: 'de del para ante en',
  commonWords: `el la los las un una unos unas este esta estos estas ese esa eso esto él ella ellos ellas quien quienes y e o u
pero sino ni que como cuando donde mientras porque aunque si no sí también además según tras ante bajo con contra de desde
en entre hacia hasta para por sin sobre durante mediante es son era eran fue fueron ha han había hay más menos muy tan
todo todos todas toda nada nadie algo alguien cada otro otra otros otras su sus mi nuestro nuestra uno dos tres cuatro cinco
diez hoy ayer mañana ahora entonces luego después antes ya aún todavía siempre nunca así pues bien dos puertas hace
nuestros al del lo se le les me nos te os gracias bienvenidos genial expertos vecinos analistas fuentes policía gobierno`,
  openers:
    'sí no pero y o que como cuando donde mientras porque aunque si según tras ante bajo con contra de desde en entre hacia hasta para por sin sobre durante ya aún todavía siempre nunca así pues bien también además hoy ayer ahora entonces luego después antes nadie nada nosotros nosotras',
  pairWords: 'ambos ambas dos',
}
