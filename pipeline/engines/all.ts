import { extractiveEngine } from './extractive.ts'

/**
 * Every engine by name. What is heavy, or needs a package that may not be installed, is loaded when it is asked for.
 * `isProbed`: its server is asked first how it wants to be spoken to.
 */
export const allEngines = {
  extractive: { usesModel: false, isProbed: false, load: async () => extractiveEngine },
  openai: { usesModel: true, isProbed: true, load: async () => (await import('./openai.ts')).openaiEngine },
  universal: { usesModel: true, isProbed: false, load: async () => (await import('./universal.ts')).universalEngine },
} as const
