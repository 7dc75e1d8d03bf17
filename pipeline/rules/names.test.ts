import { describe, expect, it } from 'vitest'
import type { Name } from '../schema/reading.ts'
import { read } from './read.ts'

function namesIn(text: string, language = 'en'): readonly Name[] {
  return read({ id: 'test', text, language, contentHash: '0'.repeat(64) }).names
}

function nameIn(text: string, name: string, language = 'en'): (Name & { said: string[] }) | undefined {
  const found = namesIn(text, language).find((known) => known.name === name)
  return found && { ...found, said: found.mentions.map(({ start, end }) => text.slice(start, end)) }
}

function actorsIn(text: string, language = 'en'): string[] {
  return namesIn(text, language)
    .filter(({ canAct }) => canAct)
    .map(({ name, kind }) => `${name} (${kind})`)
}

it('keeps those who speak behind a dash, which is no dateline further on', () => {
  const text = 'They met on Monday.\n\nAino Vale (Greens) — We reject the plan.\n\nOlav Renn (Labour) — We support it.'
  expect([nameIn(text, 'Aino Vale')?.said, nameIn(text, 'Olav Renn')?.said]).toEqual([['Aino Vale'], ['Olav Renn']])
})

it('leaves place and agency of a dateline out', () => {
  const text = 'VELMORA, May 3 (Northern Press) — The council of Velmora closed the bridge. Northern Rail sued it.'
  expect(actorsIn(text)).toEqual(['council of Velmora (organization)', 'Northern Rail (organization)'])
})

describe('names of people', () => {
  it('take in surnames and pronouns', () => {
    const text =
      'Mayor Lena Brandt resigned on Friday. Brandt said she would leave politics. Her deputy declined to comment.'
    expect(nameIn(text, 'Lena Brandt')?.said).toEqual(['Lena Brandt', 'Brandt', 'she', 'Her'])
  })

  it('keep a title and what a comma adds as the role', () => {
    expect(nameIn('Prime Minister Aino Vale arrived.', 'Aino Vale')?.role).toBe('Prime Minister')
    const text = 'Tomas Ile, a senior aide to President Mira Osk, accused the union of lying.'
    expect(nameIn(text, 'Tomas Ile')?.role).toBe('senior aide to President Mira Osk')
  })

  it('keep a title of somebody who has yet to take office as the role', () => {
    expect(nameIn('Prime Minister-designate Aino Vale declined.', 'Aino Vale')?.role).toBe('Prime Minister-designate')
  })

  it('are shortened to the family name where it comes first', () => {
    expect(nameIn('Leader Pak Min Ho met reporters. Pak smiled.', 'Pak Min Ho')?.aliases).toEqual(['Pak'])
  })

  it('are found again by their office', () => {
    const text = 'Brazilian President Ana Luz arrived in Kenya. The president praised the hosts.'
    expect(nameIn(text, 'Ana Luz')?.said).toEqual(['Ana Luz', 'The president'])
  })

  it('share a description of two', () => {
    const text = 'Ana Luz met Omar Feld on Monday. The two leaders signed a treaty.'
    expect(nameIn(text, 'Ana Luz')?.said).toContain('The two leaders')
    expect(nameIn(text, 'Omar Feld')?.said).toContain('The two leaders')
  })

  it('are told apart by gender', () => {
    const text = 'John Marsh and Mary Holt spoke on Monday. She said the plan was late. He said it was not.'
    expect(nameIn(text, 'Mary Holt')?.said).toContain('She')
    expect(nameIn(text, 'John Marsh')?.said).toContain('He')
  })
})

describe('bodies without a name', () => {
  it('are kept where they do something', () => {
    expect(actorsIn('The railway gave in on Monday and put back the old voice.')).toEqual(['railway (organization)'])
    expect(actorsIn('Ana Luz left the office on Monday.')).toEqual(['Ana Luz (person)'])
  })
})

describe('names of bodies and countries', () => {
  it('take in the acronym in brackets', () => {
    const text =
      'The Rail Workers Union (RWU) called a strike. The RWU said talks had failed. The union wants more pay.'
    expect(nameIn(text, 'Rail Workers Union')?.aliases).toEqual(expect.arrayContaining(['RWU', 'union']))
  })

  it('take in a ministry, a spokesman and a capital that acts', () => {
    const text =
      'Kenya closed the border. The Kenyan foreign ministry said it would reopen. A spokesman for Kenya declined to comment. Nairobi rejected the plan.'
    expect(nameIn(text, 'Kenya')?.said).toEqual(
      expect.arrayContaining(['The Kenyan foreign ministry', 'A spokesman', 'Nairobi']),
    )
  })

  it('keep an acronym apart from a person whose name ends alike', () => {
    const text = 'Leader Pak Min Un arrived. Pak spoke at the UN on Monday. The UN welcomed him.'
    expect(nameIn(text, 'Pak Min Un')?.said).not.toContain('UN')
    expect(actorsIn(text)).toContain('UN (organization)')
  })

  it('leave a capital where something happens a place', () => {
    expect(actorsIn('Talks opened in Nairobi on Monday. Ana Luz arrived late.')).toEqual(['Ana Luz (person)'])
  })

  it('find a country that no list holds by its adjective and its government', () => {
    const text =
      'Velmora signed the pact on Monday. The Velmoran government said the harbour would open. Its troops left Ostrany.'
    expect(actorsIn(text)).toEqual(['Velmora (country)'])
  })
})

describe('actors without a name', () => {
  it('are groups and people who speak', () => {
    const text = 'Experts said the dam was safe. Residents of the valley disagreed. Lorries were parked outside.'
    expect(actorsIn(text)).toEqual(['Experts (group)', 'Residents of the valley (group)'])
  })

  it('are no days, places, headings or words that open a sentence', () => {
    const text =
      'Dam Opens After Long Delay\n\nYesterday the dam opened near Lake Orm. However, no Monday ferry ran. Meanwhile it rained.'
    expect(actorsIn(text)).toEqual([])
  })
})

describe('names in other languages', () => {
  it('are told from the nouns of German', () => {
    const text =
      'Die Bürgermeisterin Jana Kehl lobte den Antrag. Kehl sagte, die Brücke werde gebaut. Sie dankte dem Rat.'
    expect(nameIn(text, 'Jana Kehl', 'de')?.said).toEqual(['Jana Kehl', 'Kehl', 'Sie'])
  })

  it('have their office behind a comma in Spanish and French', () => {
    expect(nameIn('La alcaldesa, Rita Sanz, dimitió. Sanz no habló.', 'Rita Sanz', 'es')?.role).toBe('alcaldesa')
    expect(nameIn('Le président français, Paul Noir, a refusé.', 'Paul Noir', 'fr')?.role).toBe('président français')
  })
})
