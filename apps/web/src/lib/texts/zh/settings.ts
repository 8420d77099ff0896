export const settingsTexts = {}
