// Phrases of position, offices and acts in French, written by us from general knowledge.
import type { PhraseLists } from '../polarity-lists.ts'

export const frenchPhrases: PhraseLists = {
  approvals: `bonne nouvelle
bonne idée
bonne décision
il était temps
grand temps
je suis pour
nous sommes pour
je soutiens
nous soutenons
nous saluons
je suis favorable
nous sommes favorables
je suis content
je suis contente
je suis heureux
je suis heureuse
un pas en avant
un progrès
vaut la peine`,
  disapprovals: `mauvaise nouvelle
mauvaise idée
trop tard
trop peu
trop cher
pas assez
insuffisant
insuffisante
je suis contre
nous sommes contre
je m'oppose
nous nous opposons
nous refusons
nous rejetons
nous contestons
faire appel
fera appel
ferons appel
en justice
une erreur
une honte
un scandale
inacceptable
un recul
un pas en arrière
n'a pas de sens
n'a aucun sens
personne ne nous a demandé`,
  distinct: 'autre autres nouveau nouvelle semblable précédent précédente',
  circumstances: `crise violence guerre attaque accident conflit risque`,
  indefinites: 'un une des',
  outlets: 'monde figaro afp journal presse',
  openPronouns: 'il elle ils elles',
  offices: `porte-parole président présidente ministre maire directeur directrice chef cheffe dirigeant dirigeante secrétaire
avocat avocate gouverneur gouverneure ambassadeur ambassadrice fondateur fondatrice patron patronne représentant représentante`,
  performatives: `annonce annoncé décide décidé ordonne ordonné approuve approuvé adopte adopté propose proposé promet promis déclaré jugé`,
  undertakings: `plan projet proposition mesure décision ordre loi offre campagne grève jugement arrêt réforme`,
}
