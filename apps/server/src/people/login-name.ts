/** The one spelling a user name is stored and compared in: full-width letters and capitals make no second person. */
export const loginName = (typed: string): string => typed.trim().normalize('NFKC').toLowerCase()

/** Passwords are compared after NFC, so that the same characters typed on another keyboard are the same password. Source: RFC 8265 4.2. */
export const passwordText = (typed: string): string => typed.normalize('NFC')
