import { describe, expect, it } from 'vitest'
import { complaintOf, readingOf } from './claims.fake.ts'

const summit = readingOf(
  "Russian officials met Ana López in Geneva. The World Trade Forum's chair, Piet Vandermeer, praised U.S. envoys. Grain exporters protested.",
)

describe('names of a text', () => {
  it.each([
    ['a people for its country', 'Russia met Ana Lopez in Geneva.'],
    ['a country for its people', 'Americans were praised by Vandermeer.'],
    ['initials', "The WTF's chair praised the envoys."],
    ['a possessive', "Vandermeer's praise went to U.S. envoys."],
    ['an ordinary word at the start', 'Diplomats met in Geneva.'],
    ['a headline in capitals', 'EXPORTERS PROTEST AS RUSSIAN OFFICIALS MEET'],
    ['a headline in title case', 'Grain Exporters Protest While Russian Officials Meet'],
    ['a stressed word', 'Exporters did NOT stay silent: they protested over grain.'],
    ['a plain participle at the start', 'Praised by Vandermeer, the envoys met in Geneva.'],
  ])('lets %s pass', (_what, text) => {
    expect(complaintOf(text, summit)).not.toContain('name')
  })

  it.each([
    ['Ivan Sorokin met Ana López.', 'The name Ivan Sorokin is not in the article.'],
    ['Officials met Ana López in Zurich.', 'The name Zurich is not in the article.'],
    ['The NATO chair praised U.S. envoys.', 'The name NATO is not in the article.'],
    ['Sorokin praised the envoys.', 'The name Sorokin is not in the article.'],
    ["Sorokin's envoys met in Geneva.", 'The name Sorokin is not in the article.'],
    ['The chair, Piet Vanderberg, praised envoys.', 'The article writes Vandermeer.'],
    ['Envoys Meet Sorokin In Geneva', 'The name Sorokin is not in the article.'],
    ['Ana Vandermeer praised the envoys.', 'The article has no Ana Vandermeer'],
  ])('%s → %s', (text, message) => {
    expect(complaintOf(text, summit)).toContain(message)
  })

  it('knows that German capitalises nouns', () => {
    const reading = readingOf('Präsident Aurel Brandner lehnte die Maut ab. Spediteure in Talheim klagten.', {
      language: 'de',
    })
    expect(
      complaintOf('Das Staatsoberhaupt Brandner lehnte die Maut trotz Kritik aus der Wirtschaft ab.', reading),
    ).toBe('')
    expect(complaintOf('Präsident Helge Siewert lehnte die Maut ab.', reading)).toContain('The name Helge Siewert')
    expect(complaintOf('Die Maut kritisierte laut Siewert auch Talheim.', reading)).toContain('The name Siewert')
    expect(complaintOf('Spediteure in Frankreich klagten über die Maut.', reading)).toContain('The name Frankreich')
  })

  it.each([
    [
      'es',
      'La ministra Inés Baroja rechazó la tasa en Vallehondo.',
      'Baroja rechaza la tasa.',
      'Ernesto Gil rechaza la tasa.',
    ],
    [
      'fr',
      "La ministre Inès Barrault a rejeté la taxe à l'Assemblée de Valbrune.",
      'Barrault rejette la taxe à Valbrune.',
      'Ernest Gilles rejette la taxe.',
    ],
    [
      'pt',
      'A ministra Inês Barroso rejeitou a taxa em Valdouro.',
      'Barroso rejeita a taxa.',
      'Ernesto Gil rejeita a taxa.',
    ],
  ])('in %s too', (language, article, good, bad) => {
    const reading = readingOf(article, { language })
    expect(complaintOf(good, reading)).toBe('')
    expect(complaintOf(bad, reading)).toContain('is not in the article')
  })
})
