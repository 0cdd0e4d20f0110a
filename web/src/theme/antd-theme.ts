import { colourOf, measures, type ColourName, type Scheme } from './tokens.ts'

/**
 * Our colours under antd's names. antd computes with colours in JavaScript, so it gets real values and never `var(--jl-…)`.
 */
const colourMap = {
  colorPrimary: 'accent',
  colorInfo: 'accent',
  colorPrimaryHover: 'accent-hover',
  colorPrimaryActive: 'accent-active',
  colorPrimaryText: 'accent-text',
  colorLink: 'accent-text',
  colorPrimaryBg: 'accent-bg',
  controlItemBgActive: 'accent-bg',
  colorPrimaryBgHover: 'accent-bg-strong',
  controlItemBgActiveHover: 'accent-bg-strong',
  controlOutline: 'accent-bg-strong',
  colorPrimaryBorder: 'accent-border',
  colorText: 'text',
  colorTextHeading: 'text',
  colorTextSecondary: 'text-2',
  colorTextTertiary: 'text-3',
  colorTextDescription: 'text-3',
  colorTextPlaceholder: 'text-3',
  colorIcon: 'text-3',
  colorTextDisabled: 'text-disabled',
  colorTextQuaternary: 'text-disabled',
  colorTextLightSolid: 'text-on-solid',
  colorBgLayout: 'bg-page',
  colorFillAlter: 'bg-page',
  colorBgContainer: 'bg-surface',
  colorBgElevated: 'bg-raised',
  colorFillSecondary: 'fill',
  colorFillTertiary: 'fill',
  colorBgContainerDisabled: 'fill',
  controlItemBgHover: 'bg-hover',
  colorBorder: 'border-strong',
  colorBorderSecondary: 'border',
  colorSplit: 'border-soft',
  colorSuccess: 'ok',
  colorSuccessText: 'ok-text',
  colorSuccessBg: 'ok-bg',
  colorSuccessBorder: 'ok-border',
  colorWarning: 'warn',
  colorWarningText: 'warn-text',
  colorWarningBg: 'warn-bg',
  colorWarningBorder: 'warn-border',
  colorError: 'err',
  colorErrorText: 'err-text',
  colorErrorBg: 'err-bg',
  colorErrorBorder: 'err-border',
  boxShadow: 'shadow-3',
  boxShadowSecondary: 'shadow-2',
  boxShadowTertiary: 'shadow-1',
} as const satisfies Record<string, ColourName>

/** Seeds that antd's dark algorithm darkens; they are put back as they were. */
const exactInDark = ['colorPrimary', 'colorInfo', 'colorLink', 'colorSuccess', 'colorWarning', 'colorError'] as const

const measureTokens = {
  fontFamily: measures.font,
  fontSize: 14,
  fontSizeSM: 12,
  fontSizeLG: 16,
  fontSizeXL: 20,
  fontSizeHeading1: 28,
  fontSizeHeading2: 20,
  fontSizeHeading3: 16,
  fontSizeHeading4: 14,
  fontSizeHeading5: 14,
  fontWeightStrong: 600,
  borderRadius: 6,
  borderRadiusXS: 4,
  borderRadiusSM: 4,
  borderRadiusLG: 8,
  controlHeight: 32,
  controlHeightXS: 24,
  controlHeightSM: 28,
  controlHeightLG: 40,
  sizeUnit: 4,
  sizeStep: 4,
  motionDurationFast: '0.1s',
  motionDurationMid: '0.16s',
  motionDurationSlow: '0.24s',
  motionEaseOut: measures.ease,
  zIndexPopupBase: 1000,
  controlOutlineWidth: 3,
  lineWidthFocus: 2,
}

type Tokens = Record<string, string | number>

/** antd's tokens for a scheme. */
export const antdTokens = (scheme: Scheme): Tokens => ({
  ...Object.fromEntries(Object.entries(colourMap).map(([token, name]) => [token, colourOf(name, scheme)])),
  ...measureTokens,
})

const componentTokens = (scheme: Scheme): Record<string, Tokens> => {
  const colour = (name: ColourName) => colourOf(name, scheme)
  return {
    Layout: {
      headerHeight: 52,
      headerPadding: '0 24px',
      headerBg: colour('bg-surface'),
      siderBg: colour('bg-sunken'),
      bodyBg: colour('bg-page'),
    },
    Menu: {
      itemHeight: 32,
      itemBorderRadius: 6,
      itemMarginInline: 0,
      itemColor: colour('text-2'),
      itemSelectedColor: colour('text'),
      itemSelectedBg: `color-mix(in oklab, ${colour('text')} 8%, transparent)`,
      groupTitleFontSize: 12,
    },
    Table: {
      cellFontSizeSM: 13,
      cellPaddingBlockSM: 7,
      cellPaddingInlineSM: 8,
      headerBg: colour('bg-surface'),
      headerColor: colour('text-2'),
      headerSplitColor: 'transparent',
      rowHoverBg: colour('bg-hover'),
      rowSelectedBg: colour('accent-bg'),
      rowSelectedHoverBg: colour('accent-bg'),
      borderColor: colour('border-soft'),
    },
    Card: { headerHeight: 44, headerFontSize: 14, bodyPadding: 16 },
    Tabs: {
      horizontalItemGutter: 20,
      horizontalItemPadding: '9px 0',
      itemSelectedColor: colour('text'),
      inkBarColor: colour('accent'),
    },
    Segmented: { trackBg: colour('bg-sunken'), itemSelectedBg: colour('bg-raised') },
    Tag: { defaultBg: colour('fill'), defaultColor: colour('text-2') },
    Button: {
      primaryShadow: 'none',
      defaultShadow: 'none',
      contentFontSizeSM: 13,
      defaultBorderColor: colour('border-strong'),
    },
    Modal: { titleFontSize: 16 },
    Select: { optionHeight: 32 },
    Drawer: { footerPaddingInline: 20 },
  }
}

/** Puts antd's own dark algorithm right: it would turn `#3D66E0` into `#375AC1`. */
export const exactSeeds = <Seed extends object, Derived extends object>(seed: Seed, derived?: Derived): Derived =>
  ({ ...derived, ...Object.fromEntries(exactInDark.map((name) => [name, (seed as Tokens)[name]])) }) as Derived

/** What antd's ConfigProvider needs besides the algorithm. */
export const antdTheme = (scheme: Scheme): { token: Tokens; components: Record<string, Tokens> } => ({
  token: antdTokens(scheme),
  components: componentTokens(scheme),
})
