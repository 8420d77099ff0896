export const editionTexts = {}
