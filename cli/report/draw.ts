import * as Plot from '@observablehq/plot'
import { parseHTML } from 'linkedom'
import type { Score } from '../../evals/scoreboard.ts'

/** Charts are never shrunk, so that their letters keep their size. This one fits a telephone, and three stand side by side on a desk. */
const WIDTH = 332

/** SVG as text. Styles within would be refused by the page's policy; scores.css has what they say. */
export function draw(label: string, options: Plot.PlotOptions): string {
  const { document } = parseHTML('<!doctype html><html><body></body></html>')
  const figure = Plot.plot({ width: WIDTH, ...options, document, className: 'chart', ariaLabel: label })
  for (const style of figure.querySelectorAll('style')) style.remove()
  // Groups without a role may have no label of their own; the whole is one image with one.
  for (const group of figure.querySelectorAll('g[aria-label]')) group.removeAttribute('aria-label')
  figure.setAttribute('role', 'img')
  return figure.outerHTML
}

/** Named below its middle, where no tick label reaches. */
export const NAMED = { labelAnchor: 'center', labelArrow: 'none', labelOffset: 36, grid: true } as const
/** Room for the numbers and the name of an axis. */
export const BESIDE_AXIS = 60
export const UNDER_AXIS = 42

/** A score and its interval, which is the score alone where there is none. */
export function scaledScore({ value, interval }: Pick<Score, 'value' | 'interval'>, scale: number) {
  return { value: value * scale, low: (interval?.low ?? value) * scale, high: (interval?.high ?? value) * scale }
}
