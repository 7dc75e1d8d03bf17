// Phrases of position, offices and acts in Portuguese, written by us from general knowledge.
import type { PhraseLists } from '../polarity-lists.ts'

export const portuguesePhrases: PhraseLists = {
  approvals: `boa notícia
ótima notícia
boa ideia
já era hora
sou a favor
somos a favor
a favor de
apoio a
apoiamos
saudamos
concordo
concordamos
um passo em frente
um passo à frente
a decisão certa
vale a pena`,
  disapprovals: `má notícia
má ideia
tarde demais
muito pouco
não basta
não é suficiente
insuficiente
sou contra
somos contra
não aceitamos
não aceitaremos
rejeitamos
discordo
discordamos
vamos recorrer
vai recorrer
recorreremos
na justiça
um erro
uma vergonha
um absurdo
inaceitável
é injusto
é injusta
um passo atrás
não faz sentido
ninguém nos perguntou`,
  distinct: 'outro outra novo nova anterior semelhante',
  circumstances: `crise violência guerra ataque desastre conflito risco`,
  indefinites: 'um uma uns umas',
  outlets: 'folha globo lusa jornal notícias',
  openPronouns: 'ele ela eles elas',
  offices: `porta-voz presidente presidenta ministro ministra prefeito prefeita diretor diretora chefe líder secretário secretária
advogado advogada governador governadora embaixador embaixadora fundador fundadora dono dona representante`,
  performatives: `anunciou decidiu ordenou aprovou declarou propôs prometeu decretou concordou`,
  undertakings: `plano projeto proposta medida decisão ordem lei oferta campanha greve sentença reforma`,
}
