import { formatSuite } from './format-suite.ts'
import { plainText } from './plain-text.ts'

const text = 'The ferry board met on Monday.\n\n“We sail again,” said its chair, Ida Brandt.'

formatSuite(plainText, { extension: '.txt', content: text, articles: [{ text }] })
