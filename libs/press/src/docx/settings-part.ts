import { noteCounting } from './footnotes.js'
import { namespaces, xmlHeader } from './xml-text.js'

export interface SettingsFacts {
  readonly mirrored: boolean
  readonly oddAndEven: boolean
  readonly footnotes: boolean
  readonly embedded: boolean
}

/**
 * The part word/settings.xml: nothing compressed, no fields to update on opening, the layout rules of Word 2013 and later.
 * Source: ECMA-376 part 1 §17.15; element order of CT_Settings. House: `characterSpacingControl` must keep Word from squeezing marks, since the page breaks were planned without;
 * `doNotUseHTMLParagraphAutoSpacing` must make it add the blank after one paragraph to the blank before the next, where it would take the larger of the two.
 */
export function settingsPart({ mirrored, oddAndEven, footnotes, embedded }: SettingsFacts): string {
  const compat = [
    setting('compatibilityMode', '15'),
    setting('overrideTableStyleFontSizeAndJustification', '1'),
    setting('enableOpenTypeFeatures', '1'),
    setting('doNotFlipMirrorIndents', '1'),
    setting('differentiateMultirowTableHeaders', '1'),
  ]
  return [
    `${xmlHeader}<w:settings ${namespaces}><w:zoom w:percent="100"/>`,
    embedded ? '<w:embedTrueTypeFonts/><w:saveSubsetFonts/>' : '',
    mirrored ? '<w:mirrorMargins/>' : '',
    '<w:bordersDoNotSurroundHeader/><w:bordersDoNotSurroundFooter/>',
    '<w:defaultTabStop w:val="420"/>',
    oddAndEven ? '<w:evenAndOddHeaders/>' : '',
    '<w:characterSpacingControl w:val="doNotCompress"/>',
    footnotes ? `<w:footnotePr>${noteCounting}<w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>` : '',
    `<w:compat><w:doNotExpandShiftReturn/><w:doNotUseHTMLParagraphAutoSpacing/>${compat.join('')}</w:compat>`,
    '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>',
    '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>',
  ].join('')
}

const setting = (name: string, value: string): string =>
  `<w:compatSetting w:name="${name}" w:uri="http://schemas.microsoft.com/office/word" w:val="${value}"/>`
