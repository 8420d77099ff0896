const KEY = 'bianyin.publication'

/** The publication last worked on in this browser. */
export function lastPublication(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}

export function rememberPublication(id: string): void {
  try {
    localStorage.setItem(KEY, id)
  } catch {
    // Without a memory the first publication stands in.
  }
}
