/** Whether the database refused because this named constraint or unique index would be broken. */
export const violated = (error: unknown, constraint: string): boolean => {
  const { code, constraint: name } = (error ?? {}) as { code?: unknown; constraint?: unknown }
  return typeof code === 'string' && code.startsWith('23') && name === constraint
}
