import { writeFile } from 'node:fs/promises'
import { numberedReports } from '../places.ts'

/** Writes so many short reports as JSON lines, and tells their ids in order. */
export async function writeArticles(file: string, count: number): Promise<string[]> {
  const reports = Object.entries(numberedReports(count))
  await writeFile(file, reports.map(([id, text]) => `${JSON.stringify({ id, text })}\n`).join(''))
  return reports.map(([id]) => id)
}
