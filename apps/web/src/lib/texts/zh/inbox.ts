export const inboxTexts = {}
