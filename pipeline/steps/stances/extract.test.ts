import { describe, expect, it } from 'vitest'
import { toldReading } from '../../rules/told-reading.fake.ts'
import type { Recipe } from '../../schema/recipe.ts'
import { extractActors } from '../actors/extract.ts'
import { resolveActors } from '../actors/resolve.ts'
import { inputOf } from '../reading.fake.ts'
import { extractStances } from './extract.ts'

const NAMES = ['Kenya', 'Brazil', 'Norway', 'Dana Ruiz', 'Omar Feld']
type Said = { speaker: string; content: string }[]

/** Every stance as "actor label target (voice)". */
function stancesIn(text: string, { said = [], recipe = {} }: { said?: Said; recipe?: Partial<Recipe> } = {}): string[] {
  const input = inputOf(toldReading(text, { names: NAMES, said }), { recipe })
  const { cast } = resolveActors(extractActors(input), input)
  const nameOf = (number: number) => cast?.actors.find(({ id }) => id === cast.numbers.actors[number - 1])?.name
  const targetOf = (target: string) => (target.startsWith('A') ? nameOf(Number(target.slice(1))) : target)
  return extractStances({ ...input, cast }).stances.map(
    ({ actor, target, label, voice }) =>
      `${nameOf(actor)} ${label} ${targetOf(target)}${voice === null ? '' : ` (${voice})`}`,
  )
}

const PACT = 'Kenya and Brazil signed a fishing pact on Monday in the harbour of Pellhaven after ten months of talks.'

describe('stances without a model', () => {
  it('let those who do what the article tells support it', () => {
    expect(stancesIn(PACT)).toEqual(['Kenya support I1 (self)', 'Brazil support I1 (self)'])
  })

  it('let who ordered it support it', () => {
    expect(stancesIn('The closure of the harbour was ordered by Kenya on Monday.')).toContain('Kenya support I1 (self)')
  })

  it('take who acts with somebody for a doer, and not who only stands behind a word', () => {
    expect(stancesIn('Kenya signed a fishing pact with Brazil on Monday in Pellhaven.')).toContain(
      'Brazil support I1 (self)',
    )
    expect(stancesIn('Kenya closed its only road crossing with Brazil on Monday in Pellhaven.')).toContain(
      'Brazil unstated I1',
    )
  })

  it('let those support it whose doing a paper or a plan is', () => {
    expect(
      stancesIn(`The fishing plan goes to parliament on Monday. Under Norway’s plan boats stay at home.`),
    ).toContain('Norway support I1 (narrator)')
  })

  it('let those who blame the doers for it oppose it', () => {
    expect(stancesIn(`${PACT} Norway accused Kenya of selling the sea.`)).toContain('Norway oppose I1 (self)')
  })

  it('let who speaks for those who do it support it', () => {
    const said = [{ speaker: 'Dana Ruiz', content: '“Ships need fuel,”' }]
    expect(stancesIn(`${PACT} “Ships need fuel,” said Kenya’s foreign minister, Dana Ruiz.`, { said })).toContain(
      'Dana Ruiz support I1 (self)',
    )
  })

  it('let those who are against what the issue ends support the end', () => {
    const closed = 'The night market of Pellhaven was shut on Monday after a month of quarrels in the town.'
    expect(stancesIn(`${closed} Norway condemned the market. Kenya condemned the closure.`)).toEqual(
      expect.arrayContaining(['Norway support I1 (self)', 'Kenya oppose I1 (self)']),
    )
  })

  it('do not take another matter of the same kind for it', () => {
    expect(stancesIn(`${PACT} Norway rejected a similar agreement in May.`)).toContain('Norway unstated I1')
  })

  it('show no more than three positions of one actor beside the main issue', () => {
    const stances = stancesIn(
      `${PACT} Dana Ruiz praised Kenya, Brazil, Norway and Omar Feld. Dana Ruiz condemned Omar Feld.`,
    )
    expect(stances.filter((each) => each.startsWith('Dana Ruiz') && !each.includes('I1')).length).toBeLessThan(4)
  })

  it('let those who reject it oppose it', () => {
    expect(stancesIn(`${PACT} Norway rejected the agreement.`)).toContain('Norway oppose I1 (self)')
  })

  it('take a judgement in a quotation for the speaker’s', () => {
    const said = [{ speaker: 'Dana Ruiz', content: '“This is a disaster,”' }]
    expect(stancesIn(`${PACT} “This is a disaster,” Dana Ruiz told reporters.`, { said })).toContain(
      'Dana Ruiz oppose I1 (self)',
    )
  })

  it('abstain where the article does not say', () => {
    expect(stancesIn(`${PACT} Omar Feld was at home.`)).toContain('Omar Feld unstated I1')
  })

  it('are neutral for who declines to comment', () => {
    expect(stancesIn(`${PACT} Omar Feld declined to comment.`)).toContain('Omar Feld neutral I1 (self)')
  })

  it.each([
    'Omar Feld said he respected the decision.',
    'Omar Feld called for restraint.',
    'Omar Feld does not oppose the pact.',
  ])('are neutral for who takes note or has no objection: %s', (told) => {
    expect(stancesIn(`${PACT} ${told}`).find((stance) => stance.startsWith('Omar Feld'))).toContain('neutral I1')
  })

  it.each([
    'Norway had opposed the pact until two years ago.',
    'Norway must approve the pact.',
    'Three weeks ago Norway had called the pact a disgrace.',
  ])('do not come from what was once held, or may be done: %s', (told) => {
    expect(stancesIn(`${PACT} ${told}`)).toContain('Norway unstated I1')
  })

  it('come from what one says that one can only do', () => {
    expect(stancesIn(`${PACT} Omar Feld can only welcome the pact.`)).toContain('Omar Feld support I1 (self)')
  })

  it('do not take what may be done for a deed', () => {
    expect(stancesIn('Kenya may sell its fishing boats in the harbour of Pellhaven after all.')).toContain(
      'Kenya unstated I1',
    )
  })

  it('answer a given question that is a name by the positions on whoever it names', () => {
    const recipe = { targets: ['Omar Feld'], actors: ['Dana Ruiz'] }
    expect(stancesIn(`${PACT} Dana Ruiz condemned Omar Feld.`, { recipe })).toContain('Dana Ruiz oppose I1 (self)')
  })

  it('are directed from one actor to the other', () => {
    const stances = stancesIn(`${PACT} Dana Ruiz condemned Omar Feld.`)
    expect(stances).toContain('Dana Ruiz oppose Omar Feld (self)')
    expect(stances).not.toContain('Omar Feld oppose Dana Ruiz (self)')
  })

  it('take the latest position of who changed it', () => {
    expect(stancesIn(`${PACT} Norway condemned the pact in May. Norway endorsed the pact in June.`)).toContain(
      'Norway support I1 (self)',
    )
  })

  it('do not take the quarrel over one matter for a position on another', () => {
    const strike =
      'Dana Ruiz began a strike at the harbour of Pellhaven on Monday with forty dockers and their families.'
    expect(stancesIn(`${strike} Omar Feld rejected the treaty.`)).toContain('Omar Feld unstated I1')
  })

  it('answer given questions, of the given actors where there are any', () => {
    const recipe = { targets: ['The fishing pact is good'], actors: ['Norway'] }
    const stances = stancesIn(`${PACT} Norway opposes the fishing pact.`, { recipe })
    expect(stances).toContain('Norway oppose I1 (narrator)')
    expect(stances.filter((stance) => stance.includes('I1'))).toHaveLength(1)
  })

  it('answer a given proposition that only words the main issue anew as the main issue', () => {
    const closure = 'Dana Ruiz voted on Monday to close the Pellhaven harbour road to lorries.'
    const asked = (target: string) =>
      stancesIn(`${closure} Omar Feld condemned the closure.`, { recipe: { targets: [target] } })
    const answer = asked('The Pellhaven harbour road should be closed to lorries.')
    expect(answer.filter((stance) => stance.startsWith('Omar Feld oppose'))).toHaveLength(2)
    for (const other of [
      'The Pellhaven harbour road should not be closed to lorries.',
      'The Pellhaven harbour road should be opened to lorries.',
    ]) {
      expect(asked(other).filter((stance) => stance.startsWith('Omar Feld oppose'))).toHaveLength(1)
    }
  })

  it('are none without a cast', () => {
    expect(extractStances(inputOf(toldReading(PACT, { names: NAMES })))).toEqual({ stances: [] })
  })
})
