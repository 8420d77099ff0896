import type { XmlNode } from './read-docx.js'

/**
 * The order of children the transitional schema demands of the elements the press writes, written down from ECMA-376 part 4, annex A.
 * An independent list: the writers do not know it.
 */
const order: Readonly<Record<string, readonly string[]>> = {
  'w:pPr': words(
    'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange',
  ),
  'w:rPr': words(
    'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath',
  ),
  'w:sectPr': words(
    'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings',
  ),
  'w:tblPr': words(
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription',
  ),
  'w:tcPr': words('cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark'),
  'w:tbl': words('tblPr tblGrid tr'),
  'w:tr': words('tblPrEx trPr tc'),
  'w:style': words(
    'name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr',
  ),
  'w:styles': words('docDefaults latentStyles style'),
  'w:abstractNum': words('nsid multiLevelType tmpl name styleLink numStyleLink lvl'),
  'w:lvl': words('start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr'),
  'w:numbering': words('numPicBullet abstractNum num numIdMacAtCleanup'),
  'w:font': words('altName panose1 charset family notTrueType pitch sig embedRegular embedBold embedItalic embedBoldItalic'),
  'w:footnotePr': words('pos numFmt numStart numRestart footnote'),
  'w:settings': words(
    'writeProtection view zoom removePersonalInformation removeDateAndTime embedTrueTypeFonts embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop defaultTabStop autoHyphenation defaultTableStyle evenAndOddHeaders characterSpacingControl noLineBreaksAfter noLineBreaksBefore hdrShapeDefaults footnotePr endnotePr compat docVars rsids mathPr attachedSchema themeFontLang clrSchemeMapping decimalSymbol listSeparator',
  ),
  'wp:inline': ['wp:extent', 'wp:effectExtent', 'wp:docPr', 'wp:cNvGraphicFramePr', 'a:graphic'],
}

function words(list: string): string[] {
  return list.split(' ').map((word) => `w:${word}`)
}

/** Elements whose children stand out of order or are unknown to the list; empty when all is well. */
export function orderFaults(node: XmlNode): string[] {
  const expected = order[node.name]
  const faults: string[] = []
  if (expected !== undefined) {
    let last = -1
    for (const child of node.children) {
      const place = expected.indexOf(child.name)
      if (place < 0) faults.push(`${node.name} has ${child.name}`)
      else if (place < last) faults.push(`${child.name} comes too late in ${node.name}`)
      last = Math.max(last, place)
    }
  }
  return [...faults, ...node.children.flatMap(orderFaults)]
}
