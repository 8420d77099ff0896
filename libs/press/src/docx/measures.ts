/** Word counts pictures in 12,700ths of a point. */
export const emus = (length: number): number => Math.round(length * 12700)
