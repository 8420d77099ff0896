/**
 * In which turn blanks give way when a line must shrink. 0 never gives way.
 * Source: CLREQ #procedures_for_inter-character_spacing_reduction (b) to (g); its (a), the mark at the line's end, is always half wide and has no turn.
 */
export const FIXED = 0
export const WORD_SPACE = 1
export const BRACKET = 2
/** ，、； by the clause; ： goes with them. House: the clause leaves the colon out, and it is a 句内点号 (GB/T 15834-2011 4.7). */
export const COMMA = 3
export const GAP = 4
export const FULL_STOP = 5
export const LAST_TURN = FULL_STOP

/** Half a character: the blank half of a full-width mark. Source: CLREQ #h-punctuation_adjustment_space. */
export const HALF_EM = 0.5

/** 中西间距 in em: natural, least, most. Source: CLREQ #handling_western_text_in_chinese_text_using_proportional_western_fonts (1/4), reduction (f) 1/8, expansion (b) 1/2. */
export const WESTERN_GAP = { natural: 0.25, least: 0.125, most: 0.5 }

/** Blank between Western words in em. Source: CLREQ reduction (b) 1/4, expansion (a) 1/2. House: a third at rest, so that it can move both ways. */
export const WESTERN_SPACE = { natural: 1 / 3, least: 0.25, most: 0.5 }

/** A blank typed between two Han, as between the names of two organs. House: half a character parts them plainly without a hole. */
export const HAN_SPACE = { natural: 0.5, least: 0.25, most: 0.75 }
