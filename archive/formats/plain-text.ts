import { type Format, readOne } from './format.ts'

/** A file with the body of one article, nothing else. */
export const plainText: Format = {
  name: 'text',
  read: (source) => readOne(source, (text, id) => ({ id, text })),
}
