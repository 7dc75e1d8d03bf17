import { describe, expect, it } from 'vitest'
import { looksLikeNoArticle } from './no-article.ts'

describe('a text that looks like no article', () => {
  it('names what it is instead', () => {
    expect(looksLikeNoArticle('Subscribe now')).toBe('it holds only 2 words')
    expect(looksLikeNoArticle('x'.repeat(50_000))).toMatch(/one character 50000 times/)
    expect(looksLikeNoArticle('Home\nPolitics\nSport\nCulture\nShop')).toMatch(/menu/)
    expect(looksLikeNoArticle('Wir verwenden Cookies auf dieser Seite. Alle akzeptieren')).toMatch(/notice/)
  })

  it('is not a short brief, a list of results or a poem with full stops', () => {
    expect(looksLikeNoArticle('Two people died in a fire in Port Ellis.')).toBeUndefined()
    expect(
      looksLikeNoArticle('Results of the vote:\nPort Ellis\nyes 12, no 4\nNorth Quay\nyes 3, no 9\nThe mayor lost.'),
    ).toBeUndefined()
  })
})
