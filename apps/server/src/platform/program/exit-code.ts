/** What a program tells the one that started it. */
export const exitCode = {
  done: 0,
  fault: 1,
  /** Bad usage or input, or something in use: trying again changes nothing. */
  refused: 2,
  /** Done, and something was found wrong. */
  found: 3,
} as const
