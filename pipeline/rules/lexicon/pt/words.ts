// Word lists of Portuguese, written by us from general knowledge.
import type { WordLists } from '../word-lists.ts'

export const portuguese: WordLists = {
  language: 'pt',
  capitalisesNouns: false,
  dropsSubjects: true,
  adjectivesFollow: true,
  cueVerbs: {
    none: `dizer diz dizem disse disseram dizia diziam dizendo dito* dirá
afirmar
declarar
explicar explica explicam explicou explicaram explicando explicado*
acrescentar
ressaltar
destacar destaca destacam destacou destacaram destacando
sublinhar
enfatizar
perguntar
responder
escrever escreve escreveu escreveram escrito*
anunciar
informar
comentar
completar
contar conta contam contou contaram
concluir conclui concluiu concluíram concluído*
reforçar
garantir garante garantem garantiu garantiram
apontar
argumentar
alegar
revelar
reconhecer reconhece reconheceu reconheceram
admitir
confirmar
observar
lembrar
reiterar
insistir
prometer
estimar
acreditar
considerar
relatar
esclarecer esclarece esclareceu esclareceram
indicar indica indicam indicou indicaram
ponderar
brincar brinca brincou
exclamar
gritar
repetir repete repetiu
frisar
salientar
referir refere referiu referiram
adiantar
defender-se
ironizar
rebater
evitar
recusar-se recusou-se`,
    praise: `elogiar
parabenizar
agradecer agradece agradeceu agradeceram
aplaudir aplaude aplaudiu aplaudiram
celebrar
comemorar
saudar saúda saudou saudaram
louvar`,
    support: `apoiar apoia apoiam apoiou apoiaram apoiando apoiado*
defender
endossar
respaldar
concordar`,
    concern: `temer
alertar
advertir adverte advertiu advertiram`,
    criticism: `criticar critica criticam criticou criticaram criticando criticado*
condenar
acusar
denunciar
culpar
censurar
protestar
reclamar
atacar ataca atacou atacaram
repudiar
questionar
lamentar`,
    rejection: `rejeitar
recusar
descartar
opor-se opõe opôs
negar-se`,
    threat: 'ameaçar ameaça ameaçam ameaçou ameaçaram ameaçando',
    appeal: `pedir pede pedem pediu pediram pedindo pedido*
exigir exige exigem exigiu exigiram exigindo
apelar
cobrar
solicitar
instar
propor propõe propôs propuseram
recomendar
reivindicar reivindica reivindicou
sugerir sugere sugeriu sugeriram`,
    denial: `negar nega negam negou negaram negando negado*
desmentir desmente desmentiu desmentiram`,
  },
  weakCueVerbs: {
    none: `chamar
classificar classifica classificou classificaram
descrever descreve descreveu
expressar
manifestar
mostrar
ver vê viu
falar
querer quer querem
esperar
saber sabe
pensar
decidir
citar
avaliar
definir`,
  },
  cuePhrases: `expressar apoio = support
manifestar apoio = support
expressar preocupação = concern
manifestar preocupação = concern
expressar rejeição = rejection
fazer um apelo = appeal`,
  sourcePhrases: `segundo
de acordo com
conforme
para
na opinião de
nas palavras de`,
  clauseSources: 'para',
  statementNouns: 'nota comunicado entrevista carta discurso relatório mensagem declaração',
  clauseOpeners: 'que se como por que',
  titles: `m:senhor
f:senhora
m:sr
f:sra
m:dom
f:dona
m:rei
f:rainha
m:papa
presidente
m:ex-presidente
f:ex-presidenta
f:presidenta
vice-presidente
m:primeiro-ministro
f:primeira-ministra
m:ministro
f:ministra
chanceler
m:secretário
f:secretária
m:secretário-geral
f:secretária-geral
m:governador
f:governadora
m:prefeito
f:prefeita
m:senador
f:senadora
m:deputado
f:deputada
m:vereador
f:vereadora
m:diretor
f:diretora
general
coronel
capitão
m:promotor
f:promotora
m:juiz
f:juíza
porta-voz
líder
m:doutor
f:doutora
m:dr
f:dra
m:professor
f:professora
m:bispo
m:cardeal
m:padre
m:embaixador
f:embaixadora`,
  personNouns: {
    person: `presidente porta-voz líder chefe representante jornalista economista analista dirigente gerente cliente
estudante agente militante sindicalista especialista artista turista comandante vice-presidente chanceler cientista`,
    man: `ministro prefeito governador secretário diretor senador deputado vereador embaixador advogado médico professor
pesquisador empresário operário trabalhador morador agricultor padeiro pescador rei príncipe papa bispo homem pai filho
irmão marido tio avô escritor autor ator treinador jogador capitão general coronel funcionário candidato ativista
assessor juiz promotor engenheiro policial soldado fundador dono proprietário sócio ex-presidente primeiro-ministro`,
    woman: `ministra prefeita governadora secretária diretora senadora deputada vereadora embaixadora advogada médica
professora pesquisadora empresária trabalhadora moradora agricultora rainha princesa mulher mãe filha irmã esposa tia avó
escritora autora atriz treinadora jogadora funcionária candidata assessora juíza promotora engenheira fundadora dona
proprietária sócia presidenta primeira-ministra`,
  },
  groupNouns: `especialistas analistas economistas cientistas pesquisadores críticos moradores manifestantes ativistas
trabalhadores funcionários agricultores empresários médicos professores estudantes pais famílias policiais autoridades
deputados senadores ministros líderes dirigentes advogados promotores juízes sindicatos empresas partidos governos países
aliados opositores rebeldes soldados vítimas testemunhas cidadãos eleitores ambientalistas jornalistas bombeiros
pescadores comerciantes organizações associações grupos fontes migrantes refugiados investidores bancos`,
  bodyNouns: `governo ministério departamento agência secretaria comissão comitê conselho tribunal corte parlamento senado
congresso assembleia câmara partido coalizão oposição sindicato federação confederação aliança associação fundação
organização empresa companhia grupo banco universidade escola hospital polícia exército embaixada prefeitura promotoria
clube time equipe igreja jornal emissora instituto presidência administração cooperativa`,
  countryVoices: 'governo ministério departamento embaixada chancelaria exército parlamento presidência administração',
  stateNouns: 'governo presidente parlamento embaixador embaixada exército rei rainha república capital',
  stateWords: 'país nação estado governo república',
  nationWords: 'país nação república',
  addresseeVerbs: '',
  formsOfAddress: 'senhor senhora sr sra dom dona doutor doutora dr dra professor professora',
  companyNouns: 'empresa companhia firma grupo operadora rede',
  publicWords:
    'partido ministério departamento agência comissão comitê conselho tribunal universidade polícia governo banco',
  spokesWords: 'porta-voz porta-vozes',
  organizationWords: `partido ministério departamento agência secretaria comissão comitê conselho tribunal corte parlamento
senado congresso assembleia câmara sindicato união federação confederação aliança associação fundação organização empresa
companhia grupo banco universidade escola hospital polícia exército embaixada prefeitura instituto clube fc igreja
movimento frente`,
  placeWords: `rio lago mar oceano baía golfo estreito canal ilha ilhas península montanha vale deserto floresta parque rua
avenida praça ponte aeroporto porto estação praia costa cidade província distrito bairro são santa serra`,
  places: `são paulo
rio de janeiro
minas gerais
bahia
porto
salvador
recife
fortaleza
curitiba
manaus
porto alegre
belo horizonte
amazônia
europa
ásia
áfrica
américa
américa latina
oriente médio
nova york
nova iorque
londres
gaza
hong kong`,
  metonyms: `a casa branca = US
casa branca = US
o kremlin = RU
kremlin = RU
o planalto = BR
planalto = BR
palácio do planalto = BR
itamaraty = BR
bruxelas = EU
o eliseu = FR
downing street = GB`,
  parties:
    'socialista socialistas republicano republicanos democrata democratas liberal liberais conservador conservadores trabalhista trabalhistas petista petistas',
  peoples: 'curdos muçulmanos judeus cristãos católicos árabes latinos',
  documentNouns:
    'relatório estudo pesquisa sondagem carta comunicado nota artigo texto documento lei sentença livro dados números',
  timeNouns:
    'ano anos mês meses semana dia dias noite manhã tarde hora horas minuto momento vez década século coisa caso parte',
  daysAndMonths: `segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo segunda terça quarta quinta
sexta janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro`,
  notActors: `português
inglês
deus
natal
páscoa
guerra mundial
segunda guerra mundial
internet
covid-19
covid
pib
foto
leia também`,
  pronouns: { he: 'ele', she: 'ela', they: 'eles elas', it: 'isso', who: 'quem' },
  obliques: 'ao à aos às do da dos das no na nos nas',
  reportedMood: '',
  namers: 'como de',
  negators: 'nenhum nenhuma ninguém',
  askedAbout: '',
  adjectivalNouns: 'general',
  personalNouns: '',
  thingPrepositions: 'de em no na do da',
  sideWords: 'partes lados',
  determiners: `o a os as um uma uns umas este esta estes estas esse essa esses essas aquele aquela vários várias muitos
muitas alguns algumas outro outra outros outras ambos ambas cada dois duas três quatro cinco seis sete oito nove dez do da
dos das no na nos nas ao à aos às`,
  definite: 'o a os as este esta esse essa do da dos das no na ao à ambos ambas',
  possessives: 'seu sua seus suas meu minha nosso nossa nossos nossas',
  prepositions:
    'de em a por para com sem sobre entre desde até contra segundo durante após ante sob mediante como pelo pela perante',
  placePrepositions: 'em no na nos nas desde até por',
  auxiliaries: `tem têm tinha tinham terá há havia é são era eram foi foram será serão está estão estava estavam pode podem
poderia deve devem vai vão`,
  passives: 'é são era eram foi foram será',
  adverbs: `não também já ontem hoje amanhã além depois então ainda nunca sempre assim só agora finalmente igualmente se lhe
lhes o nos me`,
  roleAdjectives: 'ex então novo nova atual antigo antiga veterano veterana',
  conjunctions: 'e ou mas nem embora porque quando onde enquanto pois',
  jointWords: 'e ou',
  quantities: 'cento maioria minoria metade terço milhares centenas milhões dezenas resto parte número',
  infinitiveMarks: '',
  gerundPrepositions: 'após',
  relatives: 'que qual onde quando',
  particles: 'de da do dos das e são santa',
  links: 'de do da dos das para',
  commonLinks: 'de do da dos das',
  ownerLinks: 'de do da dos das para',
  commonWords: `o a os as um uma uns umas este esta estes estas esse essa isso isto ele ela eles elas quem e ou mas nem que como
quando onde enquanto porque embora se não sim também além segundo após ante sob com contra de desde em entre até para por
sem sobre durante é são era eram foi foram há mais menos muito todo todos toda todas nada ninguém algo alguém cada outro
outra seu sua seus suas meu minha nosso nossa um dois três quatro cinco dez hoje ontem amanhã agora então depois antes já
ainda sempre nunca assim pois bem no na nos nas do da dos das ao pelo pela conforme especialistas moradores fontes`,
  openers:
    'sim não mas e ou que como quando onde enquanto porque embora se segundo após ante sob com contra de desde em entre até para por sem sobre durante já ainda sempre nunca assim pois bem também além hoje ontem agora então depois antes ninguém nada nós eu você vocês conforme',
  pairWords: 'ambos ambas dois duas',
}
