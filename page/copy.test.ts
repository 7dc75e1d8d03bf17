import { marked } from 'marked'
import { describe, expect, it } from 'vitest'
import type { Result } from '../pipeline/schema/analysis.ts'
import { asMarkdown, asText } from './copy.ts'

const TEXT = 'Kim praised Putin. “A <b>true</b> friend,” Kim said.'
const evidence = (words: string) => {
  const start = TEXT.indexOf(words)
  return [{ sentence: 0, start, end: start + words.length, text: words }]
}
const rules = { engine: 'extractive' }
const result: Result = {
  id: 'x',
  text: TEXT,
  language: 'en',
  contentHash: '0'.repeat(64),
  outlet: 'The *Daily*',
  analysis: {
    schemaVersion: 1,
    contentHash: '0'.repeat(64),
    language: 'en',
    recipe: {
      steps: { actors: rules, summary: rules, stances: rules, reactions: rules },
      length: 'standard',
      targets: [],
      actors: [],
      rules: 8,
    },
    sample: 0,
    actors: [
      { id: 'a1', name: 'Kim', kind: 'person', aliases: [], mentions: evidence('Kim') },
      { id: 'a2', name: 'Putin', kind: 'person', aliases: [], mentions: evidence('Putin') },
    ],
    issues: [{ id: 'i1', statement: 'Kim praised Putin', evidence: evidence('Kim praised Putin.') }],
    mainIssue: 'i1',
    summary: {
      headline: { id: 'h', text: 'Kim praised Putin', evidence: evidence('Kim praised Putin.') },
      brief: [{ id: 'b1', text: 'Kim praised Putin.', evidence: evidence('Kim praised Putin.') }],
      keyPoints: [],
    },
    stances: [
      {
        id: 's1',
        actor: 'a1',
        target: 'a2',
        label: 'support',
        voice: 'self',
        evidence: evidence('Kim praised Putin.'),
      },
      { id: 's2', actor: 'a2', target: 'i1', label: 'unstated', evidence: [] },
    ],
    reactions: [
      {
        id: 'r1',
        actor: 'a1',
        kind: 'praise',
        polarity: 'positive',
        content: 'called him a friend',
        quote: { index: 0, ...span('A <b>true</b> friend,'), text: 'A <b>true</b> friend,' },
        evidence: evidence('“A <b>true</b> friend,” Kim said.'),
      },
    ],
    grounding: { checked: 4, repaired: 0, dropped: 0, warnings: [] },
    defects: [],
    usage: { calls: 0, replayed: 0, tokensIn: 0, tokensCached: 0, tokensOut: 0, msByStep: {} },
  },
}

function span(words: string) {
  const start = TEXT.indexOf(words)
  return { start, end: start + words.length }
}

describe('copying an analysis out', () => {
  it('writes plain text that can be pasted anywhere', () => {
    expect(asText(result)).toBe(`Kim praised Putin

SUMMARY
• Kim praised Putin.

WHO STANDS WHERE
• Kim supports: Putin

REACTIONS
• Kim (praise): “A <b>true</b> friend”

SOURCE
The *Daily*
Made by rules, without a language model.
`)
  })

  it('names the larger model beside the first one, and counts the labels that it gave', () => {
    const asked = { engine: 'openai', model: 'small' }
    const made = (models: readonly (string | undefined)[]) => {
      const recipe = { ...result.analysis.recipe, steps: { ...result.analysis.recipe.steps, stances: asked } }
      const stances = result.analysis.stances.map((stance, at) => ({ ...stance, model: models[at] }))
      return asText({ ...result, analysis: { ...result.analysis, recipe, stances } })
        .split('\n')
        .at(-2)
    }
    expect(made([])).toBe('Made with the language model small.')
    expect(made(['large'])).toBe('Made with the language model small; one stance was labelled by large.')
    expect(made(['large', 'large'])).toBe('Made with the language model small; 2 stances were labelled by large.')
  })

  it('quotes under each line of Markdown the words that it rests on', () => {
    expect(asMarkdown(result)).toContain('- Kim supports: Putin\n  > Kim praised Putin.\n')
  })

  it('lets no word of the article become markup', () => {
    const html = marked.parse(asMarkdown(result), { async: false })
    expect(html).not.toMatch(/<b>|<em>/)
    expect(html).toContain('A &lt;b&gt;true&lt;/b&gt; friend')
  })

  it.each(['- a dash', '1. a number', '+ a plus', '# a heading'])(
    'keeps %s at the start of a line as it is',
    (text) => {
      const brief = [{ id: 'b1', text, evidence: evidence('Kim') }]
      const analysis = { ...result.analysis, summary: { brief, keyPoints: [] } }
      const html = marked.parse(asMarkdown({ ...result, analysis }), { async: false })
      expect(html.match(/<(li|h1|ol)\b/g)?.filter((tag) => tag !== '<li')).toEqual(['<h1'])
    },
  )
})
