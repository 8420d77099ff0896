export const issueTexts = {}
