import type { Analysis } from '../schema/analysis.ts'
import type { Correction } from '../schema/correction.ts'
import type { Reading } from '../schema/reading.ts'
import type { Fault } from './fault.ts'

/** A correction with its place in the list and the id of the claim that it is about: for an addition, the one that it gets. */
export type Edit = { index: number; claim: string; field: string; correction: Correction }

/** What there is to know while one of a set of corrections is made. */
export type Editing = { reading: Reading; isRemoved(claim: string): boolean }

/** The analysis with the correction made. */
export type Edited = Analysis | Fault

/** What an editor wrote, without line breaks and white space around. */
export function tidied(text: string): string {
  return text
    .normalize('NFC')
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}
