// Phrases of position, offices and acts in Spanish, written by us from general knowledge.
import type { PhraseLists } from '../polarity-lists.ts'

export const spanishPhrases: PhraseLists = {
  approvals: `buena noticia
gran noticia
ya era hora
ya iba siendo hora
estoy a favor
estamos a favor
a favor de
apoyo la
apoyo el
apoyamos
respaldamos
me alegro
nos alegramos
estoy de acuerdo
estamos de acuerdo
es necesario
es necesaria
son necesarios
son necesarias
hace falta
vale la pena
la decisión correcta
lo correcto
un paso adelante
buena idea`,
  disapprovals: `mala noticia
mala idea
llega tarde
demasiado tarde
demasiado poco
no basta
no es suficiente
insuficiente
estoy en contra
estamos en contra
en contra de
no estoy de acuerdo
no estamos de acuerdo
no aceptamos
no aceptaremos
rechazamos
nos oponemos
me opongo
vamos a recurrir
recurrirá
recurriremos
un error
una vergüenza
un disparate
un robo
un parche
es injusto
es injusta
es ilegal
no tiene sentido
lo pagamos
pagamos los de siempre
una ruina
un paso atrás
nadie nos preguntó
nadie nos ha preguntado`,
  distinct: 'similar otro otra anterior nuevo nueva nuevas nuevos',
  circumstances: `crisis violencia guerra ataque desastre conflicto riesgo`,
  indefinites: 'un una unos unas',
  outlets: 'país mundo efe diario periódico noticias prensa',
  openPronouns: 'él ella ellos ellas',
  offices: `portavoz presidente presidenta alcalde alcaldesa ministro ministra director directora jefe jefa líder secretario secretaria
abogado abogada gobernador gobernadora embajador embajadora fundador fundadora dueño dueña gerente representante concejal concejala consejero consejera`,
  performatives: `anunció anuncia anunciaron decidió decide ordenó ordena aprobó aprueba declaró propuso propone acordó acuerda
prometió falló dictaminó decretó`,
  undertakings: `plan proyecto propuesta medida decisión orden ley oferta campaña huelga paro fallo sentencia reforma recorte recortes`,
}
