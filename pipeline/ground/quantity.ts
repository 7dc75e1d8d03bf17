/** A number of a text, in digits or in words, with everything that it may mean. */
export type Quantity = {
  /** Tokens of the number with its unit, end exclusive. */
  from: number
  to: number
  /** Tokens of the number alone. */
  first: number
  next: number
  values: number[]
  /** Minutes after midnight, where it may be a time of day. */
  times: number[]
  isTime: boolean
  isOrdinal: boolean
  isDigits: boolean
  /** Four digits that may be a year. */
  isYear: boolean
  /** "one", which is mostly no number. */
  isOne: boolean
  scale: number
  /** `percent` or a currency. */
  unit?: string
  /** Units that it may share with a neighbour: "from 3 to 5 percent". */
  shared: string[]
  duration?: string
}
