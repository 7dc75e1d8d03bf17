import { describe, expect, it } from 'vitest'
import { read } from './read.ts'

/** Every attribution as "speaker [cue, reaction] content". */
function saidIn(text: string, language = 'en'): string[] {
  const { names, attributions } = read({ id: 'test', text, language, contentHash: '0'.repeat(64) })
  return attributions.map(({ speaker, cue, content, reaction }) => {
    const verb = [cue && text.slice(cue.start, cue.end), reaction].filter((part) => part !== undefined).join(', ')
    return `${speaker === undefined ? '?' : names[speaker]?.name} [${verb}] ${text.slice(content.start, content.end)}`
  })
}

describe('a quotation', () => {
  it.each([
    ['behind it', '“We will not sell the mill,” Ama Diallo said on Monday.', 'Ama Diallo [said]'],
    ['behind it, turned round', '“We will not sell the mill,” said Ama Diallo.', 'Ama Diallo [said]'],
    ['before it', 'Ama Diallo told reporters: “We will not sell the mill.”', 'Ama Diallo [told]'],
    ['across an aside', '“We will not sell the mill,” the mayor, Ama Diallo, told reporters.', 'Ama Diallo [told]'],
    ['in front of an aside', 'Ama Diallo, who runs it, said “we will not sell the mill”.', 'Ama Diallo [said]'],
    ['as a phrase', '“We will not sell the mill,” according to Ama Diallo.', 'Ama Diallo [according to]'],
    ['with a verb that is in no list', '“We will not sell the mill,” Ama Diallo thundered.', 'Ama Diallo [thundered]'],
    ['as a label', 'AMA DIALLO: “We will not sell the mill.”', 'AMA DIALLO []'],
  ])('finds its speaker %s', (_, text, expected) => {
    expect(saidIn(text)[0]).toContain(expected)
  })

  it('goes on with the speaker of the one before', () => {
    const text = '“We tried,” Ama Diallo said. “We failed.”\n\n“Nobody helped us in the end.”'
    expect(saidIn(text).map((said) => said.split(' [')[0])).toEqual(['Ama Diallo', 'Ama Diallo', 'Ama Diallo'])
  })

  it('is resolved through a pronoun', () => {
    const text = 'Ama Diallo closed the mill. “It was time to stop,” she said.'
    expect(saidIn(text)).toEqual(['Ama Diallo [said] It was time to stop,'])
  })

  it('inside a sentence has its clause as content and the verb’s kind of reaction', () => {
    expect(saidIn('Ama Diallo praised the crew as “the best in the valley”.')).toEqual([
      'Ama Diallo [praised, praise] the crew as “the best in the valley”',
    ])
  })

  it('of few words is somebody’s where a verb of reaction stands before it', () => {
    expect(saidIn('Ama Diallo expressed her “full support” for the strike.')[0]).toContain(
      'Ama Diallo [expressed, support]',
    )
  })
})

describe('what is reported without quotation marks', () => {
  it('follows the verb or stands before it', () => {
    expect(saidIn('Ama Diallo said that the mill would close.')).toEqual(['Ama Diallo [said] the mill would close'])
    expect(saidIn('The mill would close in June, Ama Diallo said.')).toEqual([
      'Ama Diallo [said] The mill would close in June',
    ])
  })

  it('has the reaction that verb and object tell together', () => {
    expect(saidIn('Ama Diallo expressed deep concern over the strike.')[0]).toContain('[expressed, concern]')
    expect(saidIn('Ama Diallo called for a new vote.')[0]).toContain('[called, appeal]')
    expect(saidIn('Ama Diallo declined to comment.')).toEqual(['Ama Diallo [declined] to comment'])
  })

  it('goes on with the subject over "and" and a participle', () => {
    const text = 'Ama Diallo accused the bank of greed and called for a boycott, warning that jobs would go.'
    expect(saidIn(text).map((said) => said.split('] ')[0])).toEqual([
      'Ama Diallo [accused, criticism',
      'Ama Diallo [called, appeal',
      'Ama Diallo [warning, concern',
    ])
  })

  it('is nobody’s where the verb is passive, a noun or an infinitive', () => {
    expect(saidIn('Ama Diallo was called to the bank. Its claims on the mill grew. She had nothing to say.')).toEqual(
      [],
    )
  })
})

describe('speakers in other languages', () => {
  it.each([
    ['es', '«No venderemos la fábrica», dijo la alcaldesa, Rita Sanz.', 'Rita Sanz [dijo]'],
    ['es', 'Rita Sanz habló ayer. Acusó al banco de mentir.', 'Rita Sanz [Acusó, criticism]'],
    ['fr', '« Nous ne vendrons pas l’usine », a déclaré Rita Sanz.', 'Rita Sanz [déclaré]'],
    ['fr', 'Selon la ministre Rita Sanz, la grève est finie.', 'Rita Sanz [Selon]'],
    ['pt', '“Não vamos vender a fábrica”, afirmou a prefeita Rita Sanz.', 'Rita Sanz [afirmou]'],
    ['de', '„Wir verkaufen die Mühle nicht“, sagte Bürgermeisterin Rita Sanz.', 'Rita Sanz [sagte]'],
    ['de', 'Nach der Sitzung wies Rita Sanz die Kritik zurück.', 'Rita Sanz [wies, rejection]'],
    ['de', 'Rita Sanz hat den Vertrag am Montag kritisiert.', 'Rita Sanz [kritisiert, criticism]'],
  ])('are found in %s: %s', (language, text, expected) => {
    expect(saidIn(text, language)[0]).toContain(expected)
  })
})

describe('attributions in German', () => {
  const attributionsIn = (text: string) => {
    const article = { id: 'test', text, language: 'de', contentHash: '0'.repeat(64) }
    const { attributions, names, quotations } = read(article)
    return attributions
      .filter((attribution) => attribution.quotations.length > 0)
      .map(({ speaker, quotations: held }) => {
        const name = speaker === undefined ? 'nobody' : names[speaker]?.name
        return `${name}: ${held.map((index) => quotations[index]?.text).join(' … ')}`
      })
  }

  it.each([
    ['Analysten sprachen in diesem Zusammenhang von „Panikverkäufen“.', 'Analysten: Panikverkäufen'],
    ['Gülsen Weber gab an, dass ihre Mandantin „große Angst hatte“.', 'Gülsen Weber: große Angst hatte'],
    [
      '„Es war wie ein großer Güterzug vor der Tür“, beschreibt Peter Lang.',
      'Peter Lang: Es war wie ein großer Güterzug vor der Tür',
    ],
    ['Peter Lang lobte den Plan. Deshalb sei er „folgerichtig“ und gut.', 'Peter Lang: folgerichtig'],
  ])('give words to whoever said them, by naming, clause, order or mood: %s', (text, said) => {
    expect(attributionsIn(text)).toEqual([said])
  })

  it('leave a name in quotation marks alone', () => {
    expect(attributionsIn('Peter Lang sah am Montag den Film „Nordlicht“ im Kino.')).toEqual([])
  })
})
