import { describe, expect, it } from 'vitest'
import { delimiterOf, endingOf } from './recognise.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('standard input', () => {
  it.each([
    ['{"id": "1", "text": "The council met."}', '.jsonl'],
    ['<!doctype html><title>News</title>', '.html'],
    ['id,title,text\n1,News,The council met.', '.csv'],
    ['"Title";"Text"\nNews;The council met.', '.csv'],
    ['text\nThe council met.', '.csv'],
    ['---\ntitle: News\n---\nThe **council** met.', '.md'],
    ['# News\n\nThe council met.', '.md'],
    ['The council met, as [the paper](https://paper.example) says.', '.md'],
    ['PELL, May 4 - The council met.\n\n* * *\n\nMore, later.', '.txt'],
    ['Text, images and a title\n\nThe council met.', '.txt'],
    ['#MeToo came to Pell on Monday.', '.txt'],
    ['--- Update ---\nThe council met.', '.txt'],
  ])('is recognised by how it begins: %j', (text, ending) => {
    expect(endingOf(bytes(text))).toBe(ending)
  })
})

describe('the delimiter of a table', () => {
  it.each([
    ['id,text', ','],
    ['id;title;text', ';'],
    ['id\ttext', '\t'],
    ['text', ','],
  ])('of %j is %j', (header, delimiter) => {
    expect(delimiterOf(bytes(`${header}\nrow`))).toBe(delimiter)
  })
})
