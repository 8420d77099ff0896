export const deskTexts = {}
