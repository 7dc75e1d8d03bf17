const LEANING =
  /^(?:["“‘'«(]\s*)?(?:but|and|or|so|yet|however|still|he|she|they|it|his|her|their|its|this|that|these|those|such|then|there|also|instead|meanwhile|nevertheless|nonetheless|therefore|thus|moreover|furthermore|in addition|for example|for instance|as a result|pero|y|sin embargo|además|él|ella|ellos|esto|mais|et|il|elle|ils|elles|cela|aber|und|doch|er|sie|es|dies|mas|ele|ela|eles|isso)\b/i

/** Whether a sentence that starts here opens with a word that needs the sentence before ("But", "He", "This"). */
export function leansBack(text: string, start: number): boolean {
  return LEANING.test(text.slice(start, start + 24))
}
