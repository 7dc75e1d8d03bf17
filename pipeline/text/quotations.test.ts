import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cpuTimeOf } from './cpu-time-of.ts'
import { findQuotations } from './quotations.ts'
import { segment } from './segment.ts'

const quotationsIn = (text: string) => findQuotations(text, segment(text))
const textsIn = (text: string) => quotationsIn(text).map((quotation) => quotation.text)
const kindsIn = (text: string) => quotationsIn(text).map(({ kind, text: words }) => `${kind}: ${words}`)
const continuedIn = (text: string) => quotationsIn(text).map((quotation) => quotation.continues)

describe('finding quotations', () => {
  it.each([
    ['“We stay,” she said.', 'We stay,'],
    ['"We stay," she said.', 'We stay,'],
    ['‘We don’t go,’ she said.', 'We don’t go,'],
    ["'We don't go,' she said.", "We don't go,"],
    ["''We don't go,'' she said.", "We don't go,"],
    ["`` We stay , '' she said .", 'We stay ,'],
    ['„Wir bleiben“, sagte sie.', 'Wir bleiben'],
    ['„Wir bleiben”, powiedziała.', 'Wir bleiben'],
    ['»Wir bleiben«, sagte sie.', 'Wir bleiben'],
    ['”Vi stannar”, sade hon.', 'Vi stannar'],
    ['« Nous restons », a-t-elle dit.', 'Nous restons'],
    ['«Nos quedamos», dijo.', 'Nos quedamos'],
    ['‚Wir bleiben‘, sagte sie.', 'Wir bleiben'],
    ['‹Nous restons›, dit-elle.', 'Nous restons'],
    ['「残ります。」と述べた。', '残ります。'],
    ['『残ります』と述べた。', '残ります'],
  ])('in marks of every style: %s', (text, words) => {
    expect(textsIn(text)).toEqual([words])
  })

  it('in marks that a typist mixed', () => {
    expect(textsIn('“We stay," she said. "They go,” he said, with “no doubt" left.')).toEqual([
      'We stay,',
      'They go,',
      'no doubt',
    ])
  })

  it('not in apostrophes and measures', () => {
    expect(
      textsIn("The workers' plan of the '90s, rock 'n' roll, isn't D'Angelo's. They don't care 'bout it."),
    ).toEqual([])
    expect(textsIn('The workers’ plan of the ’90s, rock ’n’ roll, isn’t D’Angelo’s.')).toEqual([])
    expect(textsIn('He is 5\'10" tall and owns a 12" pipe.')).toEqual([])
    expect(textsIn('He said "I am 5\'10" tall," and "sat".')).toEqual(['I am 5\'10" tall,', 'sat'])
  })

  it('past the possessive apostrophes within single marks', () => {
    expect(textsIn('‘The workers’ rights are not lost,’ she said.')).toEqual(['The workers’ rights are not lost,'])
    expect(textsIn('He calls it ‘no more lies’ and fights for the workers’ rights.')).toEqual(['no more lies'])
  })

  it('within quotations, the inner one after the outer', () => {
    expect(textsIn('“He told me ‘never’ and left,” Ek said.')).toEqual(['He told me ‘never’ and left,', 'never'])
    expect(textsIn('„Das ‚Programm‘ bleibt“, sagte sie.')).toEqual(['Das ‚Programm‘ bleibt', 'Programm'])
    expect(textsIn('\'She said "no" to us,\' he said.')).toEqual(['She said "no" to us,', 'no'])
  })

  it('in dialogue dashes with a cue, not in lists', () => {
    expect(textsIn('—No lo sé —dijo Ana—. Mañana veremos.')).toEqual(['No lo sé', 'Mañana veremos.'])
    expect(textsIn('— Non, répondit-il — demain.\n— Cod\n— Herring')).toEqual([])
  })

  it('not where nothing is quoted', () => {
    expect(textsIn('"" “ ” " " \'\' «»')).toEqual([])
  })
})

describe('a quotation over several paragraphs', () => {
  it('is a piece a paragraph, each going on with the one before', () => {
    const text = '“We built the quay.\n\n“We paid for it.\n\n“We stay,” said Ek.\n\n“Never,” said Lund.'
    expect(textsIn(text)).toEqual(['We built the quay.', 'We paid for it.', 'We stay,', 'Never,'])
    expect(continuedIn(text)).toEqual([undefined, 0, 1, undefined])
    expect(kindsIn(text)).toEqual(expect.arrayContaining(['direct: We paid for it.']))
  })

  it('may go on with the closing guillemet in front', () => {
    const text = '«Construimos el muelle.\n\n»Lo pagamos», dijo Ana.'
    expect(textsIn(text)).toEqual(['Construimos el muelle.', 'Lo pagamos'])
    expect(continuedIn(text)).toEqual([undefined, 0])
  })

  it('never runs past its paragraph where no mark repeats', () => {
    expect(textsIn('“We built the quay and we paid for it.\n\nThe mayor left.')).toEqual([
      'We built the quay and we paid for it.',
    ])
    expect(textsIn('“We built the quay, he said.\n\n“We stay,” said Ek.')).toEqual(['We stay,'])
    expect(textsIn('She owns a " sign and a dog.\n\nThe mayor left.')).toEqual([])
  })
})

describe('a quotation that its cue splits', () => {
  it('goes on after it', () => {
    expect(continuedIn('“We stay,” she said. “We built the quay.”')).toEqual([undefined, 0])
    expect(continuedIn('“We stay,” she said, “and we built the quay.”')).toEqual([undefined, 0])
    expect(continuedIn('„Wir“, sagte sie, „bleiben hier.“')).toEqual([undefined, 0])
    expect(continuedIn('“We stay,” said Mr. J. B. Ek of the U.S. Senate. “We built the quay.”')).toEqual([undefined, 0])
  })

  it('does not go on with another speaker or in another sentence', () => {
    expect(continuedIn('“We stay,” said Ek. “They go,” said Lund.')).toEqual([undefined, undefined])
    expect(continuedIn('“We stay.” The mayor said it would rain, and then left. “Rain again.”')).toEqual([
      undefined,
      undefined,
    ])
  })
})

describe('the kind of a quotation', () => {
  it('is direct for whole sentences that someone says', () => {
    expect(kindsIn('“We will stay,” said Ek. Lund answered: “The quay is ours.”')).toEqual([
      'direct: We will stay,',
      'direct: The quay is ours.',
    ])
    expect(kindsIn('“No,” said Ek.')).toEqual(['direct: No,'])
    expect(kindsIn('Er sagte: „Das ist nicht wahr.“')).toEqual(['direct: Das ist nicht wahr.'])
    expect(kindsIn('The mayor left.\n\n“We have built this quay ourselves.”')).toEqual([
      'direct: We have built this quay ourselves.',
    ])
  })

  it('is mixed for words within the sentence of the journalist', () => {
    expect(kindsIn('Ek said the plan was “a gift to the other side” and left.')).toEqual([
      'mixed: a gift to the other side',
    ])
    expect(kindsIn('Ek called the plan “shameful”.')).toEqual(['mixed: shameful'])
  })

  it('is scare for titles, terms and so-called things', () => {
    expect(kindsIn('They saw “Hamlet” twice.')).toEqual(['scare: Hamlet'])
    expect(kindsIn('They saw "The Wind in the Willows" twice.')).toEqual(['scare: The Wind in the Willows'])
    expect(kindsIn('Unter dem Motto „Wir bleiben hier“ sagte er das.')).toEqual(['scare: Wir bleiben hier'])
    expect(kindsIn('It grew with the “gig economy” of the coast.')).toEqual(['scare: gig economy'])
    expect(kindsIn('He said the so-called “truce” is over.')).toEqual(['scare: truce'])
  })
})

const hostile = fc.string({
  unit: fc.oneof(
    fc.constantFrom('"', "'", "''", '``', '“', '”', '„', '‘', '’', '‚', '«', '»', '‹', '›', '「', '」', '『', '』'),
    fc.constantFrom('a', 'B', ' ', '. ', ', ', '\n', 'said ', '—', '1', 's', ':', '(', 'We stay'),
    fc.constantFrom('\uD83D', '\uDE00', '\u0301', '\u202E', 'א', '\u00A0', '漢'),
  ),
  maxLength: 80,
})

describe('finding quotations in anything', () => {
  it('gives verbatim pieces in order, each within a paragraph, going on with earlier ones', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const quotations = quotationsIn(text)
        for (const [index, quotation] of quotations.entries()) {
          expect(quotation.index).toBe(index)
          expect(quotation.text).toBe(text.slice(quotation.start, quotation.end))
          expect(quotation.text).toMatch(/[\p{L}\p{N}]/u)
          expect(quotation.text).not.toContain('\n')
          expect(quotation.text.trim()).toBe(quotation.text)
          expect(quotation.start).toBeGreaterThan(quotations[index - 1]?.start ?? -1)
          expect(quotation.continues ?? -1).toBeLessThan(index)
        }
      }),
    )
  })

  it.each(['"', '“', '“a “b” ', "'a ", "s' a ", '‘a ‘b’ ', '“a\n', '「漢。」', '“A,” said ', '"A." ', '«', "''"])(
    'takes linear time on a long run of %j',
    (unit) => {
      const text = unit.repeat(300_000 / unit.length)
      const sentences = segment(text)
      expect(cpuTimeOf(() => findQuotations(text, sentences))).toBeLessThan(2000)
    },
  )
})
