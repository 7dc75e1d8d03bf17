import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseHTML } from 'linkedom'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Result } from '../../pipeline/schema/analysis.ts'
import { resultOf } from '../result.fake.ts'
import { writeReport } from './write-report.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'standpoint-report-'))
})
afterEach(() => rm(folder, { recursive: true }))

const calm = resultOf('Ida Brandt praised the vote. Nobody spoke against it.', ({ actor, line, stance }) => ({
  actors: [actor('a1', 'Ida Brandt', 'Brandt')],
  summary: { brief: [line('s1', 'Ida Brandt praised the vote.')], keyPoints: [line('k1', 'Nobody spoke against it.')] },
  stances: [stance('t1', { actor: 'a1', target: 'i1', label: 'support' }, 'Ida Brandt praised the vote.')],
}))

describe('the report', () => {
  it('holds the whole article as text', async () => {
    const { document } = await pageOf([calm])
    expect(document.querySelector('.text')?.textContent).toBe(calm.text)
  })

  it('links each line to the words that support it', async () => {
    const { document } = await pageOf([calm])
    const links = [...document.querySelectorAll('a[data-light]')]
    expect(links).toHaveLength(3)
    for (const link of links) {
      const [from = 0, to = 0] = (link.getAttribute('data-light') ?? '').split('-').map(Number)
      const piece = document.getElementById(link.getAttribute('href')?.slice(1) ?? '')
      expect(piece?.getAttribute('data-from')).toBe(String(from))
      expect(calm.text?.slice(from, to)).toContain(piece?.textContent)
    }
  })

  it('says beside a stance which model gave its label, where that is a larger one', async () => {
    const [stance] = calm.analysis.stances
    if (stance === undefined) throw new Error('There is no stance')
    const asked = { ...calm, analysis: { ...calm.analysis, stances: [{ ...stance, model: 'large' }] } }
    const told = async (result: Result) => (await pageOf([result])).document.querySelector('.chip')?.textContent
    expect(await told(asked)).toContain('labelled by large')
    expect(await told(calm)).not.toContain('labelled by')
  })

  it('makes no element of what an article, a title, an actor or a model says', async () => {
    const attacks = [
      '<script>steal()</script>',
      '</script><img src=x onerror=steal()>',
      '"><svg onload=steal()>',
      "' onclick='steal()",
    ]
    const text = `Ida ${attacks.join(' ')} said no.`
    const hostile = resultOf(
      text,
      ({ line, actor, stance, evidence }) => ({
        actors: [{ ...actor('a1', attacks.join(' ')), role: attacks[2] }],
        issues: [{ id: 'i1', statement: text, evidence: [evidence(text)] }],
        summary: { headline: line('h', text), brief: [line('s1', text)], keyPoints: [line('k1', text)] },
        stances: [{ ...stance('t1', { actor: 'a1', target: 'i1', label: 'oppose' }, text), rationale: text }],
        reactions: [
          {
            id: 'r1',
            actor: 'a1',
            kind: 'denial',
            polarity: 'negative',
            content: text,
            cue: evidence(text),
            evidence: [evidence(text)],
          },
        ],
        grounding: { checked: 1, repaired: 0, dropped: 1, warnings: [{ code: 'CLAIM_DROPPED', message: text }] },
      }),
      text,
    )
    const { document } = await pageOf([{ ...hostile, outlet: attacks[1], id: attacks[2] ?? '' }], attacks[1])
    expect(document.querySelectorAll('script')).toHaveLength(1)
    expect(document.querySelectorAll('img, svg, [onclick], [onload], [onerror]')).toHaveLength(0)
    expect(document.querySelector('.text')?.textContent).toBe(text)
  })

  it('allows its own script and style by their hashes and nothing else', async () => {
    const { document } = await pageOf([calm])
    const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content') ?? ''
    expect(policy).toContain("default-src 'none'")
    for (const name of ['script', 'style']) {
      const hash = createHash('sha256')
        .update(document.querySelector(name)?.textContent ?? '')
        .digest('base64')
      expect(policy).toContain(`${name}-src 'sha256-${hash}'`)
    }
  })

  it('says so where the text was left out or nothing was analysed', async () => {
    expect((await pageOf([{ ...calm, text: undefined }])).document.querySelector('.source')?.textContent).toContain(
      'left out',
    )
    expect((await pageOf([])).document.querySelector('main')?.textContent).toContain('no analyses')
  })

  it('leaves no half page behind when a result cannot be read', async () => {
    const broken = async function* () {
      yield calm
      throw new Error('line 2 is broken')
    }
    await expect(writeReport(broken(), join(folder, 'r.html'), { title: 'News' })).rejects.toThrow('line 2')
    expect(await readdir(folder)).toEqual([])
  })

  it('names a place that cannot be written to', async () => {
    const nowhere = join(folder, 'no', 'r.html')
    await expect(writeReport(streamOf([calm]), nowhere, { title: 'News' })).rejects.toMatchObject({
      code: 'OUTPUT_UNWRITABLE',
      where: nowhere,
    })
  })
})

async function pageOf(results: readonly Result[], title = 'News') {
  const path = join(folder, 'report.html')
  await writeReport(streamOf(results), path, { title })
  return parseHTML(await readFile(path, 'utf8'))
}

async function* streamOf(results: readonly Result[]): AsyncIterable<Result> {
  yield* results
}
