/** House: five tabs and their counts stand in a column of twenty letters, in either language. */
export const TAB_GAP = 14
