import { describe, expect, it } from 'vitest'
import { parametersIn } from './model-size.ts'

describe('the size of a model in a text', () => {
  it.each([
    ['7.6B', 7.6e9],
    ['137M', 137e6],
    ['qwen2.5:7b-instruct-q4_K_M', 7e9],
    ['Qwen/Qwen2.5-1.5B-Instruct', 1.5e9],
    ['smollm2-135m-instruct', 135e6],
    ['mixtral:8x7b', 56e9],
    ['gemma-3n-E4B-it', 4e9],
    ['deepseek-r1-0528-qwen3-8b', 8e9],
    ['llama-3-8b-4bit', 8e9],
  ])('is told by "%s"', (text, parameters) => expect(parametersIn(text)).toBeCloseTo(parameters, -3))

  it('is the whole of a mixture, not what is active of it', () => {
    expect(parametersIn('Qwen3-30B-A3B-Instruct-2507')).toBe(30e9)
  })

  it('is no context, version or date', () => {
    expect(parametersIn('qwen2.5-7b-instruct-1m')).toBe(7e9)
    for (const name of [
      'gpt-5-mini',
      'yi-200k',
      'claude-3-5-haiku',
      'llama3.2',
      'bge-m3',
      'model-1m',
      '0b',
      '99999b',
      '',
    ]) {
      expect(parametersIn(name), name).toBeUndefined()
    }
  })

  it('costs little where a name is made to cost much', () => {
    const started = performance.now()
    expect(parametersIn('9'.repeat(1_000_000))).toBeUndefined()
    expect(parametersIn('1x'.repeat(500_000))).toBeUndefined()
    expect(performance.now() - started).toBeLessThan(1_000)
  })
})
