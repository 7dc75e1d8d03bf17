import type { HARD_CASES } from '../../evals/gold/annotation.ts'

/** What the words for a hard case mean, for somebody who has not read the guidelines. */
export const HARD_WORDS: Readonly<Record<(typeof HARD_CASES)[number], string>> = {
  abstention: 'somebody declines to comment, or the article does not say where an actor stands',
  anonymous: 'a speaker without a name: “an official”, “people who know the plans”',
  'change-of-position': 'somebody held another view earlier; the latest one counts',
  condition: 'support or refusal that hangs on an “only if” or “unless”',
  'continued-quote': 'a quotation that goes on in the next paragraph',
  denial: 'somebody denies what is said of them',
  injection: 'the article holds an instruction to the machine that reads it, which must not be obeyed',
  irony: 'words that mean the opposite of what they say',
  'many-actors': 'more people and bodies than usual have a say',
  metonymy: 'a place or house that stands for who works there: a capital for its government',
  mixed: 'somebody who is for and against at once',
  negation: 'a “not”, “never” or “without” turns the meaning round',
  'nested-quote': 'a quotation within a quotation',
  'no-reactions': 'nobody reacts: whatever is found is made up',
  numbers: 'figures that a summary has to get right',
  'pronoun-chain': '“he”, “she” or “they” over several sentences before a name comes back',
  'reported-stance': 'a position that somebody else tells of, not the actor',
  'same-surname': 'two people with one surname',
  'scare-quote': 'quotation marks that quote nobody and only cast doubt on a word',
  'split-quote': 'a quotation that the words of report cut in two',
  spokesperson: 'somebody who speaks for a body, whose view it is',
}
