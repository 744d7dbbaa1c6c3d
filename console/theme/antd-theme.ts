/** antd's theme made from the shared tokens: plain, 14 px, one radius, hardly any motion. */
import { type ThemeConfig, theme } from 'antd';
import type { Tokens } from './tokens.ts';

/** The theme of one scheme. */
export function antdTheme(tokens: Tokens, dark: boolean): ThemeConfig {
  return {
    algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    hashed: false,
    token: {
      colorPrimary: tokens.pine,
      colorLink: tokens.pine,
      colorLinkHover: tokens.pineHover,
      colorSuccess: tokens.good,
      colorWarning: tokens.attention,
      colorError: tokens.serious,
      colorInfo: tokens.note,
      colorText: tokens.ink,
      colorTextDescription: tokens.quietInk,
      colorTextPlaceholder: tokens.quietInk,
      colorBgBase: tokens.paper,
      colorBgContainer: tokens.paper,
      colorBgElevated: tokens.paper,
      colorBorder: tokens.quietInk,
      colorSplit: tokens.line,
      // The page's own, which follows its language.
      fontFamily: 'inherit',
      fontSize: 14,
      borderRadius: 4,
      controlHeight: 36,
      motion: false,
    },
    components: {
      Button: {
        primaryColor: tokens.onPine,
        dangerColor: tokens.onPine,
        primaryShadow: 'none',
        defaultShadow: 'none',
      },
    },
  };
}
