import { describe, expect, it } from 'vitest'
import { addressOf } from './address.ts'

describe('the fragment of the address', () => {
  it('hands over a key', () => {
    expect(addressOf('#key=sp_Ab-9_x')).toEqual({ kind: 'key', secret: 'sp_Ab-9_x' })
  })

  it('names an analysis', () => {
    expect(addressOf('#an_01a21d4c')).toEqual({ kind: 'analysis', id: 'an_01a21d4c' })
  })

  it.each(['', '#', '#key=', '#key=<script>', '#an_../../etc', '#something'])(
    'asks for a new article with %s',
    (text) => {
      expect(addressOf(text)).toEqual({ kind: 'new' })
    },
  )
})
