export const reviewTexts = {}
