/** Source: contracts.md, the style when neither the caller nor the input says which. */
export const USUAL_STYLE = 'planning-and-decision'
