import type { PrintOptions } from './print-analysis.ts'

/** Longer lines are hard to read, however wide the terminal is. */
const MOST_COLUMNS = 100

/** How to print for whoever reads standard output: coloured only for a terminal that shows colours and wants them. */
export function terminal(): PrintOptions {
  const { isTTY, columns } = process.stdout
  return { width: Math.min(isTTY ? columns : 80, MOST_COLUMNS), color: isTTY === true && process.stdout.hasColors() }
}

/** Results go to standard output. */
export function print(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`)
}

export function printJson(value: unknown): void {
  print(JSON.stringify(value))
}

/** Everything that is no result goes to standard error. */
export function tell(text: string): void {
  process.stderr.write(`${text}\n`)
}
