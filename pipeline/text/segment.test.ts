import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cpuTimeOf } from './cpu-time-of.ts'
import { segment } from './segment.ts'

const sentencesOf = (text: string, language?: string) =>
  segment(text, language).map(({ start, end }) => text.slice(start, end))

/** Every sentence of the list stands apart when they are joined by blanks. */
function expectApart(sentences: string[], language?: string): void {
  expect(sentencesOf(sentences.join(' '), language)).toEqual(sentences)
}

describe('segmenting English', () => {
  it('ends sentences after closing quotation marks', () => {
    expectApart(['“We will win.”', 'The crowd cheered.', '"We will win."', 'Nobody left.', '‘Never!’', 'He sat down.'])
  })

  it('keeps a quotation and its cue together', () => {
    expectApart([
      '“We will win,” said Ada Lund.',
      '“Is it over?” asked Bo Ek.',
      '“Is it over?” Bo Ek asked.',
      '"Never!" she said on Monday.',
      '“It is over.”',
      'He said the harbour would close.',
    ])
  })

  it('knows titles, initials and other abbreviations', () => {
    expectApart([
      'Mr. Ek met Dr. J. K. Lund, Gov. Dahl and Sen. Moe of the U.S. Senate at 5 p.m. Monday.',
      'She lives in the U.S. and works for Ek Inc. in St. Ellis.',
      'They came from the U.S.',
      'The talks, e.g. on fish, i.e. cod, ended at 6 p.m.',
      'Nobody from Lund Co. or Ek Ltd. came on Jan. 5.',
      'No. 10 said no.',
      'It was Ek vs. Lund.',
      'The crew sold nets, ropes, etc.',
      'Cod sells best.',
    ])
  })

  it('leaves decimals, names of sites and ellipses whole', () => {
    expectApart([
      'It cost $3.5 million on ellis.example.com last year.',
      'He waited … and left.',
      'Then he came back...',
      'Nobody knew.',
    ])
  })

  it('keeps datelines with their sentence', () => {
    expectApart(['PORT ELLIS (Reuters) - The harbour closed.'])
    expectApart(['ELLIS, June 3 (AP) — The harbour closed.', 'It rained.'])
    expectApart(['NORTH QUAY, D.C. — The harbour closed.'])
    expectApart(['ELLIS, W.Va. - The harbour closed.'])
  })

  it('knows brackets', () => {
    expectApart([
      '(He declined to comment.)',
      'The rest (really?) Ek paid.',
      'He said it [...] and left.[1]',
      'It rained.',
    ])
  })

  it('ends sentences at every line break, full stop or not', () => {
    expect(sentencesOf('Harbour closes\n\nIt rained\n• cod\n• herring')).toEqual([
      'Harbour closes',
      'It rained',
      '• cod',
      '• herring',
    ])
    expect(sentencesOf('Cod: • fresh • salted')).toEqual(['Cod:', '• fresh', '• salted'])
    expect(sentencesOf('1. Peace talks begin. 2. War ends.')).toEqual(['1. Peace talks begin.', '2. War ends.'])
  })

  it('survives tokenised text, lost spaces and text without capitals', () => {
    expectApart(["The talks ended . ''", "`` We won . ''", 'Then " We lost . "', 'He left .'])
    expect(sentencesOf('It rained.The harbour closed.')).toEqual(['It rained.', 'The harbour closed.'])
    expectApart(['it rained.', 'the harbour closed.'])
  })
})

describe('segmenting other languages', () => {
  it('Spanish', () => {
    expectApart(
      [
        'EE. UU. dijo que no.',
        'El Sr. Ruiz llegó.',
        '¿Viene usted?',
        '¡No!',
        '—No lo sé —dijo Ana—.',
        'Mañana veremos.',
      ],
      'es',
    )
    expectApart(['«Ganaremos.»', 'La ministra se fue.', '«¿Ha terminado?», preguntó.'], 'es')
  })

  it('French', () => {
    expectApart(
      ['« Nous gagnerons. »', 'M. Roux est parti avec Mme Petit.', '« Est-ce fini ? » a demandé M. Roux.', 'Fin.'],
      'fr',
    )
  })

  it('German, with ordinals', () => {
    expectApart(
      [
        'Am 3. Oktober kam Dr. Meyer, z. B. die Nr. 4 bzw. Art. 5 GG, d. h. der 12. Bundestag.',
        'Paris, 12. Mai (dpa) – Der Hafen schließt.',
        'Das war 2016.',
        'Danach regnete es.',
        '„Nie!“, rief sie.',
        '„Wir gehen.“',
        'Er ging.',
      ],
      'de',
    )
  })

  it('Portuguese and Russian', () => {
    expectApart(['O Sr. Dr. Lima saiu.', 'A Sra. Reis ficou.'], 'pt')
    expectApart(['Он ушёл.', '«Да», — сказал г. Иванов.', 'Потом стало тихо.'], 'ru')
  })

  it('scripts with marks of their own', () => {
    expect(sentencesOf('我们会赢。他走了！真的吗？“是的。”他走了。', 'zh')).toEqual([
      '我们会赢。',
      '他走了！',
      '真的吗？',
      '“是的。”',
      '他走了。',
    ])
    expect(sentencesOf('「勝つ。」と述べた。終わり。', 'ja')).toEqual(['「勝つ。」と述べた。', '終わり。'])
    expect(sentencesOf('यह है। वह गया।', 'hi')).toEqual(['यह है।', 'वह गया।'])
    expect(sentencesOf('هل انتهى؟ نعم.', 'ar')).toEqual(['هل انتهى؟', 'نعم.'])
  })
})

const hostile = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '.',
      '. ',
      '!',
      '?',
      '…',
      '"',
      "'",
      '“',
      '”',
      '«',
      '»',
      '(',
      ')',
      '\n',
      ' ',
      'A',
      'b',
      '1',
      'Mr',
      'said',
      '。',
    ),
    fc.constantFrom('\uD83D', '\uDE00', '\u0301', '\u202E', 'א', '\u00A0', '\u2028', '•', '—'),
    fc.string({ unit: 'binary', maxLength: 2 }),
  ),
  maxLength: 60,
})

describe('segmenting anything', () => {
  it('gives trimmed sentences in order that cover all but white space', () => {
    fc.assert(
      fc.property(hostile, fc.constantFrom('en', 'de', 'es', 'und'), (text, language) => {
        let end = 0
        for (const [index, sentence] of segment(text, language).entries()) {
          expect(sentence.index).toBe(index)
          expect(text.slice(end, sentence.start).trim()).toBe('')
          expect(sentence.end).toBeGreaterThan(sentence.start)
          const words = text.slice(sentence.start, sentence.end)
          expect(words.trim()).toBe(words)
          end = sentence.end
        }
        expect(text.slice(end).trim()).toBe('')
      }),
    )
  })

  it.each(['a', 'a ', '"', '.', '. ', '(', '!) ', '\u0301', '"A." ', 'U.S. ', '。', 'a\n', '\uD83D'])(
    'takes linear time on a long run of %j',
    (unit) => {
      expect(cpuTimeOf(() => segment(unit.repeat(300_000 / unit.length)))).toBeLessThan(2000)
    },
  )
})
