import { describe, expect, it } from 'vitest'
import { castOf, complaintOf, lineOf, readingOf } from './claims.fake.ts'
import { ground } from './ground.ts'

const strike = readingOf(
  [
    'Ferry workers in Port Selwyn walked out on Tuesday, 3 June, leaving 1,200 passengers stranded.',
    'Twelve people were injured and 40 were arrested when police cleared the pier.',
    'Union leader Marta Oduya said the harbour company had broken its promise.',
    '"We asked for safe decks and they sent us lawyers," Oduya said.',
    'Harbour director Jonas Wick accused Oduya of holding the city hostage.',
    'He did not approve the pay offer of 5 percent, which would cost $2 million a year.',
    'Governor Elena Brandt supports the strike and called the offer "a first step".',
    'Ticket sales fell by half, and Brandt will meet both sides on Friday at 3 pm.',
  ].join(' '),
  { title: 'Ferry strike halts Port Selwyn as Minister Calder looks on' },
)
const say = (text: string, numbers?: number[]) => complaintOf(text, strike, numbers)

describe('what a model may write about the strike', () => {
  it.each([
    ['Ferry workers in Port Selwyn walked out on Tuesday, stranding 1,200 passengers.', [1]],
    ['Twelve hundred passengers were stranded by the ferry walkout on June 3.', [1]],
    ['Police arrested forty people on the pier; 12 were injured.', [2]],
    ['Marta Oduya, the union leader, says the harbour company broke a promise.', [3]],
    ['Oduya said: “We asked for safe decks and they sent us lawyers.”', [4]],
    ['Jonas Wick accused Oduya of holding Port Selwyn hostage.', [5]],
    ['Oduya was accused by Wick of holding the city hostage.', [5]],
    ['Wick did not approve the 5 % pay offer, worth 2 million dollars a year.', [5, 6]],
    ["The governor, Elena Brandt, backs the strike and sees the offer as 'a first step'.", [7]],
    ['Brandt meets both sides on Friday at 15:00 after ticket sales were halved.', [8]],
    ['Workers walk out', [1]],
    ["Brandt's support for the strike", [7]],
  ] satisfies [string, number[]][])('passes: %s', (text, numbers) => {
    expect(say(text, numbers)).toBe('')
  })

  it.each([
    [
      'a wrong figure',
      'The walkout stranded 1,400 passengers.',
      [1],
      'The number 1,400 is not in the article. Sentence 1 says 1,200.',
    ],
    [
      'a wrong scale',
      'The offer would cost $2 billion a year.',
      [6],
      'The amount $2 billion is not in the article. Sentence 6 says $2 million.',
    ],
    [
      'a figure without its unit',
      'Wick did not approve the pay offer of 5 a year.',
      [6],
      'sentence 6 says “5 percent”',
    ],
    [
      'another currency',
      'The pay offer would cost €2 million a year.',
      [6],
      'The amount €2 million is not in the article: sentence 6 says “$2 million”.',
    ],
    ['a sum of its own', 'In all, 52 people were injured or arrested.', [2], 'The number 52 is not in the article.'],
    ['swapped figures', 'Forty people were injured when police cleared the pier.', [2], 'not Forty'],
    ['another day', 'Ferry workers walked out on Wednesday.', [1], 'The day Wednesday is not in the article.'],
    [
      'another date',
      'Ferry workers walked out on 5 June.',
      [1],
      'The date 5 June is not in the article. Sentence 1 says 3 June.',
    ],
    ['another hour', 'Brandt will meet both sides on Friday at 4 pm.', [8], 'The time 4 pm is not in the article.'],
    [
      'an invented name',
      'Mayor Henrik Solberg supports the strike.',
      [7],
      'The name Henrik Solberg is not in the article.',
    ],
    [
      'a name at the start',
      'Solberg supports the strike in Port Selwyn.',
      [7],
      'The name Solberg is not in the article.',
    ],
    [
      'a name that only the title has',
      'Calder supports the strike.',
      [7],
      'The name Calder is not in the article. It stands in the title only',
    ],
    [
      'two persons in one',
      'Union leader Marta Wick said the harbour company had broken its promise.',
      [3],
      'The article has no Marta Wick; it names Marta Oduya and Jonas Wick.',
    ],
    [
      'an invented quote',
      'Oduya said they had sent "an army of lawyers".',
      [4],
      'The article does not have the words “an army of lawyers”.',
    ],
    [
      'a quote cut short of its sense',
      'Wick said he did "approve the pay offer" of 5 percent.',
      [6],
      'under a negation',
    ],
    [
      'a swallowed negation',
      'Wick approved the pay offer of 5 percent.',
      [6],
      'Sentence 6 has “approved” under a negation',
    ],
    [
      'a reversed stance',
      'Governor Elena Brandt opposes the strike.',
      [7],
      'Sentence 7 says “supports”, the text says “opposes”.',
    ],
    [
      'reversed roles',
      'Oduya accused Wick of holding the city hostage.',
      [5],
      'the other way round: Wick accused Oduya',
    ],
    [
      'a sentence that says something else',
      'The harbour company had broken its promise to workers.',
      [8],
      'Sentence 3 says this, not sentence 8. Cite sentence 3.',
    ],
    ['the words of the task', 'The article says in [3] that a promise was broken.', [3], 'speaks of the task'],
    ['a label of the task', 'A1 supports the strike.', [7], '“A1” speaks of the task'],
    ['an echo of the instruction', '{"text": "Ferry workers walked out"}', [1], 'speaks of the task'],
  ] satisfies [string, string, number[], string][])('complains of %s', (_what, text, numbers, message) => {
    expect(say(text, numbers)).toContain(message)
  })
})

describe('twin passages', () => {
  const twins = readingOf(
    'The north plant employs 300 people and will close in March. The south plant employs 450 people and will stay open. Managers spoke to Radio Tarn.',
  )

  it('complains of the figure of the twin', () => {
    expect(complaintOf('The north plant employs 300 people.', twins, [1])).toBe('')
    expect(complaintOf('The north plant employs 45 people.', twins, [1])).toContain(
      'The number 45 is not in the article',
    )
  })

  it('wants a figure cited where it stands', () => {
    const far = readingOf(
      'The bridge was closed on Monday. Rain fell. Trains were late. Buses ran. Repairs cost 800 crowns.',
    )
    expect(complaintOf('The closed bridge cost 800 crowns.', far, [1])).toContain(
      'it stands in sentence 5. Cite where it stands.',
    )
  })
})

describe('numbers in the words of several languages', () => {
  it.each([
    [
      'en',
      'The fund holds 1.2 million crowns. Twenty-four members voted, two thirds of them in favour.',
      'The fund has 1,200,000 crowns; 24 members voted.',
    ],
    [
      'en',
      'Between 5 and 7 per cent of the herd fell ill in the 1990s.',
      'Five percent of the herd fell ill in the 90s.',
    ],
    [
      'es',
      'El 3 de junio murieron veinticuatro personas y 1.200 perdieron su casa, un 5 % del total.',
      'El tres de junio murieron 24 personas; mil doscientas perdieron su casa, el cinco por ciento.',
    ],
    [
      'fr',
      'Le 14 juillet, quatre-vingt-dix personnes ont manifesté et 1 200 ont signé, soit 2,5 %.',
      'Le 14 juillet, 90 personnes ont manifesté et 1200 ont signé, soit 2,5 pour cent.',
    ],
    [
      'de',
      'Am 3. Juni kamen dreiundzwanzig Gäste und 1.200 Helfer, das kostete 1,5 Millionen Euro.',
      'Am dritten Juni kamen 23 Gäste und 1200 Helfer; das kostete 1,5 Mio. Euro.',
    ],
    [
      'pt',
      'Em 7 de setembro, vinte e cinco barcos levaram 2,5 milhões de litros.',
      'No dia 7 de setembro, 25 barcos levaram 2.500.000 litros.',
    ],
  ])('%s: %s', (language, article, text) => {
    expect(complaintOf(text, readingOf(article, { language }))).toBe('')
  })

  it.each([
    ['es', 'Murieron veinticuatro personas en el incendio.', 'Murieron 25 personas en el incendio.', '25'],
    [
      'fr',
      'Quatre-vingt-dix personnes ont manifesté à Valbrune.',
      'Quatre-vingts personnes ont manifesté à Valbrune.',
      'Quatre-vingts',
    ],
    ['de', 'Am 3. Juni kamen dreiundzwanzig Gäste nach Talheim.', 'Am 4. Juni kamen 23 Gäste nach Talheim.', '4. Juni'],
    ['de', 'Es kamen 1.200 Helfer nach Talheim.', 'Es kamen 1,2 Helfer nach Talheim.', '1,2'],
    ['pt', 'Vinte e cinco barcos levaram água.', 'Vinte e seis barcos levaram água.', 'Vinte e seis'],
  ])('%s: %s is not %s', (language, article, text, item) => {
    expect(complaintOf(text, readingOf(article, { language }))).toContain(item)
  })
})

describe('a stance on evidence of somebody else', () => {
  it('falls, and is told where the actor stands', () => {
    const stance = { ...lineOf('', strike, [1]), id: 's1', step: 'stances' as const, texts: [], concerns: ['a1'] }
    const complaints = ground([stance], { reading: strike, cast: castOf(strike, ['Elena Brandt']) })
    expect(complaints.map(({ message, field }) => ({ message, field }))).toEqual([
      { message: 'Sentence 1 does not speak of Elena Brandt. It is named in sentences 7 and 8.', field: undefined },
    ])
  })

  it('stands when the cited sentence speaks of its actor', () => {
    const stance = { ...lineOf('', strike, [7]), texts: [], concerns: ['a1'] }
    expect(ground([stance], { reading: strike, cast: castOf(strike, ['Elena Brandt']) })).toEqual([])
  })

  it('falls for a given actor whom the article does not name', () => {
    const stance = { ...lineOf('', strike, [1]), texts: [], concerns: ['a1'] }
    const [complaint] = ground([stance], { reading: strike, cast: castOf(strike, ['Nordic League']) })
    expect(complaint?.message).toBe('Sentence 1 does not speak of Nordic League. The article does not name it.')
  })
})
