// The public face of the package: read an article, analyse it, and the shapes of what comes out.
export { analyse } from './pipeline/analyse.ts'
export { extractiveEngine } from './pipeline/engines/extractive.ts'
export { read } from './pipeline/rules/read.ts'
export {
  Actor,
  Analysis,
  Issue,
  Line,
  Reaction,
  Result,
  Stance,
  StanceLabel,
  Summary,
  Warning,
} from './pipeline/schema/analysis.ts'
export { Article, RawArticle } from './pipeline/schema/article.ts'
export { StandpointError } from './pipeline/schema/errors.ts'
export { Recipe } from './pipeline/schema/recipe.ts'
export { RULES_VERSION } from './pipeline/schema/rules-version.ts'
export { Evidence, Quotation } from './pipeline/schema/span.ts'
export { toArticle } from './pipeline/text/article.ts'
