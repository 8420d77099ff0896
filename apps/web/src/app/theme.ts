import type { ThemeConfig } from 'antd'
import { colour, face, size } from '../ui/tokens.js'

/** The component library in the desk's own ink: flat, square, no shadows but under what floats. */
export const theme: ThemeConfig = {
  hashed: false,
  token: {
    colorPrimary: colour.accent,
    colorInfo: colour.accent,
    colorLink: colour.accent,
    colorLinkHover: colour.accentDeep,
    colorLinkActive: colour.accentDeep,
    colorSuccess: colour.good,
    colorWarning: colour.warn,
    colorError: colour.bad,
    colorText: colour.ink,
    colorTextSecondary: colour.quiet,
    colorTextTertiary: colour.quiet,
    colorTextDescription: colour.quiet,
    colorTextPlaceholder: '#6b7075',
    colorTextDisabled: '#6b7075',
    colorBorder: '#8d9297',
    colorBorderSecondary: colour.line,
    colorBgLayout: colour.desk,
    fontFamily: face.sans,
    fontFamilyCode: face.mono,
    fontSize: size.text,
    fontSizeHeading1: size.head,
    borderRadius: 3,
    borderRadiusLG: 4,
    controlHeight: 30,
    controlHeightSM: 24,
    controlOutlineWidth: 2,
    // A dialog that still grows loses the click of a quick hand.
    motion: false,
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 400 },
    Modal: { titleFontSize: size.large },
    Tabs: { horizontalMargin: '0 0 12px', titleFontSize: size.text },
  },
}
