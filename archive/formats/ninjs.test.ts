import { describe, expect, it } from 'vitest'
import { articleOfNinjs } from './ninjs.ts'

describe('a news item in ninjs', () => {
  it('of version 1 is an article with its fields', () => {
    const item = {
      uri: 'https://wire.example/items/7',
      headline: 'Council votes on tolls',
      byline: 'Ida Brook',
      language: 'en',
      versioncreated: '2026-03-04T10:00:00Z',
      body_text: 'The council voted on Tuesday.',
      body_xhtml: '<p>Not this one.</p>',
    }
    expect(articleOfNinjs(item, 'x')).toEqual({
      id: 'https://wire.example/items/7',
      url: 'https://wire.example/items/7',
      title: 'Council votes on tolls',
      author: 'Ida Brook',
      language: 'en',
      publishedAt: '2026-03-04T10:00:00Z',
      text: 'The council voted on Tuesday.',
    })
  })

  it('of versions 2 and 3 has bodies, headlines and a source in other places', () => {
    const item = {
      uri: 'urn:newsml:wire:7',
      headlines: [
        { role: 'short', value: 'Tolls' },
        { role: 'main', value: 'Council votes on tolls' },
      ],
      by: 'Ida Brook',
      infosources: [{ name: 'Arlen Wire' }],
      firstCreated: '2026-03-04',
      bodies: [
        { role: 'teaser', contenttype: 'text/plain', value: 'Short.' },
        { role: 'main', contenttype: 'text/plain', value: 'The council voted on Tuesday.' },
      ],
    }
    expect(articleOfNinjs(item, 'x')).toMatchObject({
      id: 'urn:newsml:wire:7',
      title: 'Council votes on tolls',
      outlet: 'Arlen Wire',
      author: 'Ida Brook',
      publishedAt: '2026-03-04',
      text: 'The council voted on Tuesday.',
    })
  })

  it('with markup alone gives its paragraphs, and nothing of the markup', () => {
    const body = '<p>The council voted.</p><script>steal()</script><p>It was <b>close</b>.</p>'
    const { text } = articleOfNinjs({ bodies: [{ contentType: 'application/xhtml+xml', value: body }] }, 'x')
    expect(text).toBe('The council voted.\n\nIt was close.')
  })

  it('without a body, or that is none, is refused in words', () => {
    for (const item of [{}, { body_text: ' ' }, { bodies: [] }, null, 7, 'x', { body_text: 7 }]) {
      expect(() => articleOfNinjs(item, 'x')).toThrow(expect.objectContaining({ code: 'RECORD_INVALID' }))
    }
  })
})
