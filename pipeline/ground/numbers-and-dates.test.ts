import { describe, expect, it } from 'vitest'
import { complaintOf, readingOf } from './claims.fake.ts'

describe('numbers of a text', () => {
  it.each([
    ['The council met twelve times.', 'The council met 12 times.'],
    ['Some 1,200 homes lost power.', 'Some 1200 homes lost power.'],
    ['Some 1,200 homes lost power.', 'Twelve hundred homes lost power.'],
    ['The deal is worth $1.5bn.', 'The deal is worth 1.5 billion dollars.'],
    ['Prices rose from 3 to 5 percent.', 'Prices rose by at least 3 %.'],
    ['Prices rose by five per cent.', 'Prices rose 5%.'],
    ['A dozen boats sank.', 'Twelve boats sank.'],
    ['Two dozen boats sank.', '24 boats sank.'],
    ['She finished 3rd in 2019-20.', 'She finished third in 2020.'],
    ['The fair opened in the 1990s.', 'The fair opened in the 90s.'],
    ['The vote was 24-3.', 'The vote was 24 to 3.'],
    ['A third of the 30,000 voters stayed away.', 'One third of the voters, thousands of people, stayed away.'],
    ['The boy, 9, was found at 10.30pm.', 'The nine-year-old was found at 22:30.'],
    ['The vessel MV-7 and the A320 landed on 3/6/2024.', 'The A320 landed on 3 June 2024.'],
    ['The case was heard on June 3 and 4.', 'The case was heard on 4 June.'],
    ['One of the boats sank.', 'A boat, one of many, sank.'],
    ['Voters turned out on ٣ May.', 'Voters turned out on 3 May.'],
  ])('%s → %s', (article, text) => {
    expect(complaintOf(text, readingOf(article))).toBe('')
  })

  it.each([
    ['The fund holds 5 million crowns.', 'The fund holds 5 billion crowns.', '5 billion'],
    ['Prices rose by 5 percent.', 'Prices rose by 5.', 'says “5 percent”'],
    ['The trial lasted five days.', 'The trial lasted five weeks.', 'five'],
    ['The boat cost 300 euros.', 'The boat cost $300.', '$300'],
    ['He won the third race.', 'He won the second race.', 'second'],
    ['The case was heard in 2019.', 'The case was heard in 2018.', 'The year 2018'],
    ['The case was heard on June 3.', 'The case was heard on July 3.', 'July 3'],
    ['The case was heard in June.', 'The case was heard on 3 June.', '3 June'],
    ['Hundreds protested.', 'Millions protested.', 'Millions'],
    ['The A320 landed.', 'The A330 landed.', 'A330'],
    ['Two thirds voted.', 'Three quarters of them voted.', 'Three quarters'],
  ])('%s is not: %s', (article, text, item) => {
    expect(complaintOf(text, readingOf(article))).toContain(item)
  })

  it('asks for a figure to be cited where it stands, but lets a small count and a year be', () => {
    const reading = readingOf(
      'The port closed. Rain fell. Wind rose. In 2019 three cranes and 40 boats were lost at the port.',
    )
    expect(complaintOf('The port closed after 40 boats were lost.', reading, [1])).toContain('Cite where it stands')
    expect(complaintOf('The port lost three cranes in 2019 and closed.', reading, [1, 3])).toBe('')
  })
})
