import { Parser } from 'htmlparser2'
import { StandpointError } from '../../pipeline/schema/errors.ts'

const MAX_PAGE_CHARACTERS = 5_000_000
/** Elements and pieces of text. Of 41 news pages the largest has 4,000, nested 24 deep, and depths that add up to 34,000. */
const MAX_NODES = 30_000
const MAX_DEPTH = 256
const MAX_DEPTH_SUM = 500_000

/**
 * Refuses a page before its tree is built: building and searching take time that grows with the square of the depth, so that a
 * page of 60,000 unclosed elements takes minutes. One pass, with the tokens that the tree will be built from.
 * @throws StandpointError ARTICLE_TOO_LARGE
 */
export function refuseHeavyPage(page: string, where: string): void {
  if (page.length > MAX_PAGE_CHARACTERS) {
    throw tooHeavy(`has more than ${MAX_PAGE_CHARACTERS / 1e6} million characters`, where)
  }
  let nodes = 0
  let depth = 0
  let depthSum = 0
  const count = () => {
    depthSum += depth
    if (++nodes > MAX_NODES) throw tooHeavy(`has more than ${MAX_NODES} elements and pieces of text`, where)
    if (depthSum > MAX_DEPTH_SUM) throw tooHeavy('nests too many elements too deep', where)
  }
  const parser = new Parser({
    onopentag() {
      count()
      if (++depth > MAX_DEPTH) throw tooHeavy(`nests elements more than ${MAX_DEPTH} deep`, where)
    },
    onclosetag() {
      depth--
    },
    ontext: count,
    oncomment: count,
  })
  parser.end(page)
}

function tooHeavy(fault: string, where: string): StandpointError {
  return new StandpointError('ARTICLE_TOO_LARGE', `The page ${fault}`, {
    where,
    fix: 'Save the page of one article without embedded pictures, scripts and comments, or give its text.',
  })
}
