export const articleTexts = {}
