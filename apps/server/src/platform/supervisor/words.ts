/** What a supervised program tells its supervisor. */
export type Word = { readonly kind: 'ready'; readonly port?: number } | { readonly kind: 'alive'; readonly silenceMs: number }

/** Says something to the supervisor, if there is one. */
export function tellSupervisor(word: Word): void {
  if (process.connected) process.send?.(word)
}

const everyMs = 3000

/** Tells the supervisor regularly that the program is not only there but awake. */
export function keepTelling(silenceMs: () => number): () => void {
  const timer = setInterval(() => tellSupervisor({ kind: 'alive', silenceMs: silenceMs() }), everyMs)
  return () => clearInterval(timer)
}
