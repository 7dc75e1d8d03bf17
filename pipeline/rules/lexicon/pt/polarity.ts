// Words of attitude in Portuguese, written by us from general knowledge.
import type { PolarityLists } from '../polarity-lists.ts'
import { portuguesePhrases } from './polarity-phrases.ts'

export const portuguesePolarity: PolarityLists = {
  language: 'pt',
  ...portuguesePhrases,
  objectBefore: false,
  verbs: [
    {
      polarity: 'positive',
      strength: 0.9,
      manner: 'speech',
      kind: 'praise',
      target: 'object',
      words: `elogia elogiam elogiou elogiaram elogiado elogiada elogiados elogiadas elogiar elogiando elogiava elogiavam
louva louvam louvou louvaram louvado louvada louvados louvadas louvar louvando louvava louvavam
celebra celebram celebrou celebraram celebrado celebrada celebrados celebradas celebrar celebrando celebrava celebravam
sauda saudam saudou saudaram saudado saudada saudados saudadas saudar saudando saudava saudavam
parabeniza parabenizam parabenizou parabenizaram parabenizado parabenizada parabenizados parabenizadas parabenizar parabenizando parabenizava parabenizavam
aplaude aplaudem aplaudeu aplaudiu aplauderam aplaudiram aplaudido aplaudida aplauder aplaudir aplaudendo aplaudindo aplaudia aplaudiam
exalta exaltam exaltou exaltaram exaltado exaltada exaltados exaltadas exaltar exaltando exaltava exaltavam
homenagea homenageam homenageou homenagearam homenageado homenageada homenageados homenageadas homenagear homenageando homenageava homenageavam
agradece agradecem agradeceu agradeciu agradeceram agradeciram agradecido agradecida agradecer agradecir agradecendo agradecindo agradecia agradeciam`,
    },
    {
      polarity: 'positive',
      strength: 0.85,
      manner: 'state',
      kind: 'support',
      target: 'object',
      words: `apoia apoiam apoiou apoiaram apoiado apoiada apoiados apoiadas apoiar apoiando apoiava apoiavam
respalda respaldam respaldou respaldaram respaldado respaldada respaldados respaldadas respaldar respaldando respaldava respaldavam
defende defendem defendeu defendiu defenderam defendiram defendido defendida defender defendir defendendo defendindo defendia defendiam
endossa endossam endossou endossaram endossado endossada endossados endossadas endossar endossando endossava endossavam
admira admiram admirou admiraram admirado admirada admirados admiradas admirar admirando admirava admiravam
apoia apoiam
confia confiam confiou confiar > em`,
    },
    {
      polarity: 'positive',
      strength: 0.7,
      manner: 'deed',
      kind: 'support',
      target: 'object',
      words: `assina assinam assinou assinaram assinado assinada assinados assinadas assinar assinando assinava assinavam
aprova aprovam aprovou aprovaram aprovado aprovada aprovados aprovadas aprovar aprovando aprovava aprovavam
ratifica ratificam ratificou ratificaram ratificado ratificada ratificados ratificadas ratificar ratificando ratificava ratificavam
adota adotam adotou adotaram adotado adotada adotados adotadas adotar adotando adotava adotavam
ajuda ajudam ajudou ajudaram ajudado ajudada ajudados ajudadas ajudar ajudando ajudava ajudavam
protege protegem protegeu protegiu protegeram protegiram protegido protegida proteger protegir protegendo protegindo protegia protegiam
financia financiam financiou financiaram financiado financiada financiados financiadas financiar financiando financiava financiavam
promove promovem promoveu promoviu promoveram promoviram promovido promovida promover promovir promovendo promovindo promovia promoviam
sanciona sancionam sancionou sancionaram sancionado sancionada sancionados sancionadas sancionar sancionando sancionava sancionavam
vota votam votou votaram votar > a favor de
vota votam votou votaram votar > a favor do
vota votam votou votaram votar > a favor da`,
    },
    {
      polarity: 'positive',
      strength: 0.5,
      manner: 'speech',
      kind: 'appeal',
      target: 'object',
      words: `pede pedem pediu pediram pedir pedindo
exige exigem exigiu exigiram exigir exigindo
cobra cobram cobrou cobraram cobrar cobrando`,
    },
    {
      polarity: 'negative',
      strength: 0.9,
      manner: 'speech',
      kind: 'criticism',
      target: 'object',
      words: `critica criticam criticou criticaram criticado criticada criticados criticadas criticar criticando criticava criticavam
condena condenam condenou condenaram condenado condenada condenados condenadas condenar condenando condenava condenavam
denuncia denunciam denunciou denunciaram denunciado denunciada denunciados denunciadas denunciar denunciando denunciava denunciavam
acusa acusam acusou acusaram acusado acusada acusados acusadas acusar acusando acusava acusavam
culpa culpam culpou culparam culpado culpada culpados culpadas culpar culpando culpava culpavam
repudia repudiam repudiou repudiaram repudiado repudiada repudiados repudiadas repudiar repudiando repudiava repudiavam
censura censuram censurou censuraram censurado censurada censurados censuradas censurar censurando censurava censuravam
insulta insultam insultou insultaram insultado insultada insultados insultadas insultar insultando insultava insultavam
questiona questionam questionou questionaram questionado questionada questionados questionadas questionar questionando questionava questionavam
ataca atacam atacou atacaram atacado atacada atacados atacadas atacar atacando atacava atacavam
lamenta lamentam lamentou lamentaram lamentado lamentada lamentados lamentadas lamentar lamentando lamentava lamentavam`,
    },
    {
      polarity: 'negative',
      strength: 0.85,
      manner: 'speech',
      kind: 'rejection',
      target: 'object',
      words: `rejeita rejeitam rejeitou rejeitaram rejeitado rejeitada rejeitados rejeitadas rejeitar rejeitando rejeitava rejeitavam
repudia repudiam repudiou repudiaram repudiado repudiada repudiados repudiadas repudiar repudiando repudiava repudiavam
descarta descartam descartou descartaram descartado descartada descartados descartadas descartar descartando descartava descartavam
desmente desmentem desmenteu desmentiu desmenteram desmentiram desmentido desmentida desmenter desmentir desmentendo desmentindo desmentia desmentiam
contesta contestam contestou contestaram contestado contestada contestados contestadas contestar contestando contestava contestavam
se > opõe a
opõe opõem opôs opuseram > a`,
    },
    {
      polarity: 'negative',
      strength: 0.7,
      manner: 'speech',
      kind: 'concern',
      target: 'object',
      words: `teme temem temeu temeram temer
alerta alertam alertou alertaram alertar > para
alerta alertam alertou alertaram alertar > que
adverte advertiu advertiram > que`,
    },
    {
      polarity: 'negative',
      strength: 0.7,
      manner: 'speech',
      kind: 'threat',
      target: 'object',
      words: `ameaça ameaçam ameaçou ameaçaram ameaçado ameaçada ameaçados ameaçadas ameaçar ameaçando ameaçava ameaçavam`,
    },
    {
      polarity: 'negative',
      strength: 0.8,
      manner: 'deed',
      kind: 'measure',
      target: 'object',
      words: `processa processam processou processaram processado processada processados processadas processar processando processava processavam
veta vetam vetou vetaram vetado vetada vetados vetadas vetar vetando vetava vetavam
expulsa expulsam expulsou expulsaram expulsado expulsada expulsados expulsadas expulsar expulsando expulsava expulsavam
dete detem deteu detiu deteram detiram detido detida deter detir detendo detindo detia detiam
prende prendem prendeu prendiu prenderam prendiram prendido prendida prender prendir prendendo prendindo prendia prendiam
bloquea bloqueam bloqueou bloquearam bloqueado bloqueada bloqueados bloqueadas bloquear bloqueando bloqueava bloqueavam
suspende suspendem suspendeu suspendiu suspenderam suspendiram suspendido suspendida suspender suspendir suspendendo suspendindo suspendia suspendiam
cancela cancelam cancelou cancelaram cancelado cancelada cancelados canceladas cancelar cancelando cancelava cancelavam
anula anulam anulou anularam anulado anulada anulados anuladas anular anulando anulava anulavam
multa multam multou multaram multado multada multados multadas multar multando multava multavam
boicota boicotam boicotou boicotaram boicotado boicotada boicotados boicotadas boicotar boicotando boicotava boicotavam
proibe proibem proibeu proibiu proiberam proibiram proibido proibida proiber proibir proibendo proibindo proibia proibiam
bombardea bombardeam bombardeou bombardearam bombardeado bombardeada bombardeados bombardeadas bombardear bombardeando bombardeava bombardeavam
invade invadem invadeu invadiu invaderam invadiram invadido invadida invader invadir invadendo invadindo invadia invadiam
assassina assassinam assassinou assassinaram assassinado assassinada assassinados assassinadas assassinar assassinando assassinava assassinavam
mata matam matou mataram matado matada matados matadas matar matando matava matavam
agrede agredem agredeu agrediu agrederam agrediram agredido agredida agreder agredir agredendo agredindo agredia agrediam
derruba derrubam derrubou derrubaram derrubado derrubada derrubados derrubadas derrubar derrubando derrubava derrubavam
impõe impôs impuseram impor > sanções a
vota votam votou votaram votar > contra`,
    },
  ],
  nouns: [
    {
      polarity: 'positive',
      strength: 0.85,
      manner: 'state',
      kind: 'support',
      target: 'a ao à aos às por em com',
      words: `apoio apoios
respaldo
solidariedade
confiança
lealdade
adesão`,
    },
    {
      polarity: 'positive',
      strength: 0.9,
      manner: 'speech',
      kind: 'praise',
      target: 'a ao à aos por',
      words: `elogio elogios
gratidão
admiração
homenagem`,
    },
    {
      polarity: 'negative',
      strength: 0.85,
      manner: 'speech',
      kind: 'criticism',
      target: 'a ao à aos às contra de do da',
      words: `crítica críticas
condenação
acusação acusações
indignação
repúdio
rejeição
queixa queixas
ataque ataques
denúncia denúncias`,
    },
    {
      polarity: 'negative',
      strength: 0.85,
      manner: 'state',
      kind: 'rejection',
      target: 'a ao à aos às',
      words: `oposição
objeção objeções
resistência`,
    },
    {
      polarity: 'negative',
      strength: 0.7,
      manner: 'speech',
      kind: 'concern',
      target: 'com sobre de do da por pelo pela',
      words: `preocupação preocupações
temor temores
inquietação
alarme
dúvidas`,
    },
    {
      polarity: 'negative',
      strength: 0.75,
      manner: 'deed',
      kind: 'measure',
      target: 'contra a ao à',
      words: `sanções
processo
protesto protestos
boicote
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
      target: 'de do da dos das',
      words: `apoiador apoiadora apoiadores
aliado aliada aliados
defensor defensora defensores`,
    },
    {
      polarity: 'negative',
      strength: 0.8,
      manner: 'state',
      kind: 'criticism',
      target: 'de do da dos das',
      words: `crítico crítica críticos
opositor opositora opositores
adversário adversária adversários
inimigo inimiga inimigos`,
    },
  ],
  adjectives: [
    {
      polarity: 'positive',
      strength: 0.8,
      manner: 'state',
      kind: 'support',
      target: 'com de do da por a ao',
      words: `orgulhoso orgulhosa
grato grata
favorável favoráveis
satisfeito satisfeita
a > favor de
a > favor do
a > favor da`,
    },
    {
      polarity: 'negative',
      strength: 0.75,
      manner: 'state',
      kind: 'criticism',
      target: 'com de do da por a ao à',
      words: `contrário contrária contrários
indignado indignada indignados
contra`,
    },
    {
      polarity: 'negative',
      strength: 0.65,
      manner: 'state',
      kind: 'concern',
      target: 'com por de',
      words: `preocupado preocupada preocupados
alarmado alarmada`,
    },
  ],
  praising:
    'bom boa ótimo excelente histórico histórica sucesso vitória avanço avanços positivo positiva justo justa corajoso herói esperança importante vital essencial necessário benéfico útil extraordinário brilhante orgulho oportunidade progresso paz estabilidade melhor honesto alívio acertada acertado conquista',
  damning:
    'ruim péssimo terrível horrível vergonha vergonhoso vergonhosa desastre desastroso catástrofe tragédia fracasso erro injusto injusta ilegal inaceitável inadmissível perigoso perigosa perigo ameaça risco mentira mentiroso corrupto corrupção fraude escândalo ridículo absurdo irresponsável criminoso crime cruel brutal traição hipócrita incompetente insulto ofensivo agressão violência ódio racista fascista ditador ditadura insuficiente inútil prejudicial injustiça abuso retrocesso pior loucura',
  punishments:
    'renúncia demissão destituição impeachment sanções proibição boicote retirada expulsão suspensão prisão isolamento embargo revogação afastamento',
  harms: 'ataque ataques assassinato invasão bombardeio morte mortes sequestro prisão agressão massacre',
  negations: 'não nunca jamais nem sem nenhum nenhuma ninguém',
  pluperfects: 'tinha tinham',
  earlier: `antes
anteriormente
até
há`,
  permissions: 'pode podem poderá poderão deve devem',
  possibilities: `pode
podem
deve
devem`,
  possibilityBreaks: 'não nunca',
  reversals:
    'retira retirou retiraram retirar nega negou negaram recusa recusou recusaram recusar deixou deixaram perdeu perderam perde falta rejeitou descartou evitou',
  controls:
    'quer querem queria decidiu decidiram prometeu acordou busca buscou pretende pretendem vai vão continua disposto disposta deve devem pode podem voltou tenta tentou anunciou a de',
  objectMarkers: 'a ao à',
  be: 'é são foi foram era eram ser sido sendo está estão estava esteve tem têm tinha fica ficou',
  auxiliaries:
    'é são foi foram era eram ser sido sendo está estão estava esteve tem têm tinha tinham será serão seria pode podem poderia deve devem se o a os as lhe lhes',
  hedges: 'poderia poderiam se seria seriam talvez caso',
  doubts: 'se',
  causes: 'quer querem queria exige pede',
  agents: 'por pelo pela pelos pelas',
  receivers:
    'recebe recebeu receberam provoca provocou provocaram gerou gera conquistou obteve tem ganhou enfrenta sofreu atraiu morreu morreram morre faleceu caiu desapareceu',
  namings:
    'chamou chama chamaram classificou classificaram classifica qualificou descreveu considerou considera definiu tachou',
  relatives: 'que quem qual quais cujo cuja',
  firstPerson: 'eu nós meu minha meus nosso nossa nossos me nos estamos estou somos acho acredito',
  determiners:
    'o a os as um uma uns umas este esta estes estas esse essa esses essas aquele tal todo toda todos outro outra cada mais',
  possessives: 'seu sua seus suas meu minha nosso nossa',
  prepositions:
    'de do da dos das a ao à aos às em no na nos nas com por pelo pela para sobre ante contra desde até entre sem segundo após durante sob',
  inner: 'de do da dos das a ao à em no na nos nas com entre sobre contra por para e ou',
  conjunctions: 'e ou mas nem',
  clauseOpeners: 'que se porque embora enquanto quando depois antes onde como pois já',
  voices:
    'governo administração presidente ministro ministra porta-voz partido exército polícia tribunal congresso parlamento comitê sindicato empresa conselho',
  participleEndings: 'ando endo indo',
  verbEndings: 'aram eram iram',
  adverbEndings: 'mente',
  adverbs: 'também ontem hoje já ainda além depois sempre muito mais tão duramente',
  pointers: 'isto isso este esta esse essa',
  matters: `medida decisão passo anúncio resultado mudança situação resposta assunto
acordo tratado pacto contrato trégua aliança cooperação fusão compra venda assinou assinaram
lei reforma norma decreto veto resolução orçamento medida medidas proibição sanções aprovou
sentença condenação decisão julgamento caso processo recurso
greve paralisação conflito
plano projeto proposta iniciativa programa obra obras
ataque ataques invasão ofensiva bombardeio guerra operação
voto votação eleição eleições referendo resultado vitória
relatório estudo pesquisa trabalho
fechamento corte cortes restrição restrições
contratação transferência nomeação renúncia demissão`,
  sayings: {
    appeal: `deve
devem
deveria
precisa
precisamos
exigimos
pedimos`,
    threat: `vamos reagir
haverá consequências`,
    denial: `não é verdade
é falso
é mentira`,
    concern: `preocupa
preocupado
preocupada
tememos
perigo
risco`,
    support: `apoio
apoiamos`,
    rejection: `rejeitamos
inaceitável
não aceitaremos`,
  },
  appeals: 'pede pediu pediram pedir exige exigiu exigiram cobrou instou',
  sources: 'de do da dos das por pelo pela',
  abstentions: `recusou-se a comentar
não quis comentar
não comentou
se absteve
preferiu não comentar
não respondeu
não se manifestou
manteve-se neutro
tomou nota
toma nota
respeita a decisão
respeita a sentença
não tomou posição
não toma posição
está a analisar
está analisando
não quis prestar declarações`,
}
