import { DARK, LIGHT, type Palette, useDark } from '@yinuo/web-shared'
import { ConfigProvider, theme, type ThemeConfig } from 'antd'
import zhCN from 'antd/locale/zh_CN'
// Names of months and days in the pickers.
import 'dayjs/locale/zh-cn'
import type { ReactElement, ReactNode } from 'react'

/** antd in our colours, measures and shadows: none of its blue, its cards or its waves. */
export function AntdTheme({ children }: { readonly children: ReactNode }): ReactElement {
  const dark = useDark()
  return (
    <ConfigProvider
      locale={zhCN}
      theme={dark ? DARK_THEME : LIGHT_THEME}
      wave={{ disabled: true }}
      button={{ autoInsertSpace: false }}
    >
      {children}
    </ConfigProvider>
  )
}

const LIGHT_THEME = themeOf(LIGHT, theme.defaultAlgorithm)
const DARK_THEME = themeOf(DARK, theme.darkAlgorithm)

function themeOf(colours: Palette, algorithm: typeof theme.defaultAlgorithm): ThemeConfig {
  return {
    algorithm,
    token: {
      ...coloursOf(colours),
      fontFamily: 'var(--font)',
      fontSize: 14,
      lineHeight: 24 / 14,
      fontWeightStrong: 600,
      borderRadius: 6,
      borderRadiusLG: 8,
      borderRadiusSM: 4,
      controlHeight: 32,
      controlHeightSM: 28,
      controlHeightLG: 40,
      controlOutlineWidth: 2,
      boxShadow: 'var(--shadow)',
      boxShadowSecondary: 'var(--shadow)',
      boxShadowTertiary: 'none',
      motion: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.16s',
    },
    components: {
      Select: {
        optionSelectedBg: colours.accentSoft,
        optionActiveBg: colours.hover,
        optionSelectedFontWeight: 600,
      },
      Table: {
        headerBg: colours.surface,
        headerColor: colours.ink2,
        rowHoverBg: colours.hover,
        cellPaddingBlock: 6,
      },
      DatePicker: { cellHoverBg: colours.hover },
    },
  }
}

function coloursOf(colours: Palette): ThemeConfig['token'] {
  return {
    colorPrimary: colours.accent,
    colorInfo: colours.accent,
    colorLink: colours.accent,
    colorLinkHover: colours.accentHover,
    colorSuccess: colours.doneSolid,
    colorWarning: colours.soonSolid,
    colorError: colours.late,
    colorText: colours.ink,
    colorTextSecondary: colours.ink2,
    colorTextTertiary: colours.ink3,
    colorTextQuaternary: colours.ink3,
    colorTextPlaceholder: colours.ink3,
    colorTextDisabled: colours.ink3,
    colorTextLightSolid: colours.onAccent,
    colorBgLayout: colours.canvas,
    colorBgBase: colours.surface,
    colorBgContainer: colours.surface,
    colorBgElevated: colours.raised,
    colorBgContainerDisabled: colours.sunk,
    // Tooltips: the text token above is dark in dark mode, so their ground turns light.
    colorBgSpotlight: colours.ink,
    colorFillAlter: colours.canvas,
    colorBorder: colours.control,
    colorBorderSecondary: colours.line,
    colorSplit: colours.line,
    controlOutline: colours.accentLine,
    controlItemBgHover: colours.hover,
    controlItemBgActive: colours.accentSoft,
    controlItemBgActiveHover: colours.accentSoft,
  }
}
