/**
 * Version of everything in a result that no prompt and no model decides: text rules, steps, grounding, word lists.
 * Raise it whenever one of them changes an output; `test/rules-version.test.ts` fails over the samples when that was forgotten.
 */
export const RULES_VERSION = 10
