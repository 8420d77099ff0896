import type { mailTexts as chinese } from '../zh/mail.js'

export const mailTexts: typeof chinese = {
  title: 'Mail the contents',
  to: 'To',
  toHint: 'One address a line, or with blanks, commas or semicolons between them; each gets a letter of their own',
  notAddress: (word) => `“${word}” is not a mail address.`,
  tooMany: (most) => `No more than ${most} addresses at once.`,
  message: 'A few words of your own (optional)',
  preview: 'The letter',
  subject: (name) => `Subject: ${name}目录`,
  send: 'Send',
  sendTo: (count) => (count === 1 ? 'Send to 1 person' : `Send to ${count} people`),
  sent: (count) => (count === 1 ? '1 letter was sent.' : `${count} letters were sent.`),
  refused: (addresses) => `The mail server did not take: ${addresses}`,
}
