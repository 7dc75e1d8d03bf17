import { describe, expect, it } from 'vitest'
import { Article } from '../schema/article.ts'
import { StandpointError } from '../schema/errors.ts'
import { contentHashOf } from '../schema/hash.ts'
import { MAX_ARTICLE_CHARACTERS, toArticle } from './article.ts'

const BRIEF = 'The harbour of Port Ellis will close on Monday, the mayor said. “We have no choice,” she added.'

function refusalOf(text: string, title?: string): StandpointError {
  try {
    toArticle({ id: 'desk/brief-7', text, ...(title === undefined ? {} : { title }) })
  } catch (error) {
    if (error instanceof StandpointError) return error
    throw error
  }
  throw new Error('the text was accepted')
}

describe('making an article', () => {
  it('normalises title and text, and hashes both', () => {
    const article = toArticle({ id: 'a', title: ' Cafe\u0301 \r\n', text: `\uFEFF${BRIEF}\r\nEnd of the brief.` })
    expect(article.title).toBe('Café')
    expect(article.text).toBe(`${BRIEF}\nEnd of the brief.`)
    expect(article.contentHash).toBe(contentHashOf('Café', article.text))
  })

  it('gives what the schema of an article demands, without what belongs to the raw one', () => {
    const article = toArticle({ id: 'a', text: BRIEF, outlet: 'The Ledger', incomplete: ['it ends early'] })
    expect(Article.parse(article)).toEqual(article)
    expect(article).not.toHaveProperty('incomplete')
  })

  it('detects the language, unless the source declares one', () => {
    expect(toArticle({ id: 'a', text: BRIEF }).language).toBe('en')
    expect(toArticle({ id: 'a', text: BRIEF, language: 'en_gb' }).language).toBe('en-GB')
    expect(toArticle({ id: 'a', text: BRIEF, language: 'not a tag' }).language).toBe('en')
  })

  it('accepts a brief of one sentence, also in Chinese and Thai', () => {
    expect(toArticle({ id: 'a', text: 'The mayor of Port Ellis resigned on Monday.' }).language).toBe('en')
    expect(toArticle({ id: 'a', text: '市长星期一宣布辞职。' }).text).toBe('市长星期一宣布辞职。')
    expect(toArticle({ id: 'a', text: 'นายกเทศมนตรีประกาศลาออกเมื่อวันจันทร์' }).id).toBe('a')
  })

  it('accepts an article about cookies', () => {
    const text =
      'Regulators fined two shops on Tuesday because their sites use cookies without consent. “You accept all or you leave,” the commissioner said.'
    expect(toArticle({ id: 'a', text }).text).toBe(text)
  })
})

describe('refusing what is no article', () => {
  it.each([
    ['ARTICLE_EMPTY', ' \n\t '],
    ['ARTICLE_BINARY', `PK\u0003\u0004\u0000\u0000${BRIEF}`],
    ['ARTICLE_BINARY', 'ab\u0001\u0002\u0003\u0004\u0005\u0006\u0007 cd \u0010\u0011'],
    ['ARTICLE_TOO_LARGE', 'word '.repeat(MAX_ARTICLE_CHARACTERS / 5 + 1)],
    ['ARTICLE_UNREADABLE_TEXT', 'Read more'],
    ['ARTICLE_UNREADABLE_TEXT', '1234 5678 --- 91011 1213 1415 1617'],
    ['ARTICLE_UNREADABLE_TEXT', 'a'.repeat(200_000)],
    ['ARTICLE_UNREADABLE_TEXT', `${BRIEF} ${'a'.repeat(200_000)}`],
    ['ARTICLE_UNREADABLE_TEXT', 'iVBORw0KGgo'.repeat(400)],
    [
      'ARTICLE_UNREADABLE_TEXT',
      'We use cookies to improve your experience. Accept all or manage preferences. By clicking Accept you agree to our cookie policy.',
    ],
    ['ARTICLE_UNREADABLE_TEXT', 'Please enable JavaScript and disable your ad blocker to use this site.'],
    ['ARTICLE_UNREADABLE_TEXT', 'Home\nNews\nSport\nWeather and travel\nOpinion\nLog in'],
  ])('%s: %.40s', (code, text) => {
    const refusal = refusalOf(text)
    expect(refusal.code).toBe(code)
    expect(refusal.where).toBe('desk/brief-7')
    expect(refusal.fix).toMatch(/\.$/)
  })

  it('looks at the title too, because NUL parts title from text in the hash', () => {
    expect(refusalOf(BRIEF, 'A\u0000B').code).toBe('ARTICLE_BINARY')
  })
})
