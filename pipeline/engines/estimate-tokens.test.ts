import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { estimateTokens } from './estimate-tokens.ts'

/** Counted with the tokenizer of Qwen2.5 (llama.cpp's `/tokenize`). */
const COUNTED: readonly [language: string, text: string, tokens: number][] = [
  [
    'en',
    'The harbour council voted on Tuesday to close two of the four ferry terminals, despite protests by residents who called the decision “short-sighted”.',
    28,
  ],
  [
    'es',
    'El ministro de Hacienda, Ramón Aldecoa, rechazó el lunes la propuesta de los sindicatos y advirtió de que el acuerdo pondría en peligro las pensiones.',
    48,
  ],
  [
    'de',
    'Oppositionsführerin Hildegard Brandstätter kritisierte die Entscheidung scharf: „Das ist eine Bankrotterklärung der Haushaltspolitik“, sagte sie.',
    45,
  ],
  [
    'ru',
    'Министр Аркадий Ветров заявил в понедельник, что его страна не поддержит новую резолюцию. «Мы считаем этот документ вредным», — сказал он.',
    49,
  ],
  ['zh', '部长李明远周一表示，该国不会支持由邻国起草的新决议。他对记者说：“我们认为这份文件为时过早，而且有害。”', 33],
  ['emoji', '😀🎉🇫🇷👩‍👩‍👧‍👦🏳️‍🌈🔥💯🙏🏽🤷‍♂️✨🚀', 30],
  ['numbers', 'On 12.11.2024, 1,234,567 of 8,900,112 voters (13.87 %) chose list 42.', 49],
  [
    'json',
    '{"stances":[{"actor":1,"target":"I1","sentences":[3,4],"voice":"self","label":"support","rationale":null}]}',
    33,
  ],
  ['numbered', '[1] The mayor said no. [Q1]“Never,” she said.\n[2] The council agreed.\n\n[3] He left.', 31],
]

describe('estimating tokens', () => {
  for (const [language, text, tokens] of COUNTED) {
    it(`is not under the count by more than 5 %: ${language}`, () => {
      expect(estimateTokens(text)).toBeGreaterThanOrEqual(Math.floor(tokens * 0.95))
      expect(estimateTokens(text)).toBeLessThan(tokens * 2.2)
    })
  }

  it('is nothing for nothing', () => expect(estimateTokens('')).toBe(0))

  it('never shrinks when a text grows', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, more) => {
        expect(estimateTokens(`${text} ${more}`)).toBeGreaterThanOrEqual(estimateTokens(text))
      }),
    )
  })
})
