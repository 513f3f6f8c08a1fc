import {
  ActionIcon,
  Badge,
  Button,
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  InputBase,
  Menu,
  Modal,
  type NativeSelectProps,
  type NumberInputProps,
  Paper,
  type PopoverProps,
  Skeleton,
  type TableProps,
  Tooltip,
  type VariantColorsResolver,
} from '@mantine/core'
import { t } from '../shared/words/text.ts'

/** The system's interface font; Inter, which is bundled, stands in on systems whose own is not known by name. */
const interfaceFont =
  "-apple-system, BlinkMacSystemFont, 'Segoe UI Variable Text', 'Segoe UI', 'Adwaita Sans', Cantarell, Ubuntu, " +
  "'Inter Variable', 'Noto Sans', 'Noto Sans CJK SC', system-ui, sans-serif"
const fixedFont = "ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace"

/**
 * Mantine's text colour on its light backgrounds fails AA for yellow, teal and violet at 12 px (measured with axe), so it
 * is a third darker in light and shade 2 in dark.
 */
const variantColorResolver: VariantColorsResolver = (input) => {
  const colours = defaultVariantColorsResolver(input)
  const name = input.color ?? input.theme.primaryColor
  if (input.variant !== 'light' || !(name in input.theme.colors)) return colours
  return {
    ...colours,
    color: `light-dark(color-mix(in srgb, var(--mantine-color-${name}-9), black 33%), var(--mantine-color-${name}-2))`,
  }
}

/** How Muster looks: quiet surfaces, dense tables, one strong indigo button. Sizes are in rem of 16 px. */
export const theme = createTheme({
  primaryColor: 'indigo',
  primaryShade: 8,
  fontFamily: interfaceFont,
  fontFamilyMonospace: fixedFont,
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  lineHeights: { xs: '1.35', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.5' },
  radius: { xs: '2px', sm: '4px', md: '8px', lg: '12px', xl: '16px' },
  defaultRadius: 'md',
  respectReducedMotion: true,
  cursorType: 'pointer',
  focusRing: 'auto',
  headings: {
    fontFamily: interfaceFont,
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.3' },
      h2: { fontSize: '0.9375rem', lineHeight: '1.4' },
      h3: { fontSize: '0.8125rem', lineHeight: '1.45' },
    },
  },
  variantColorResolver,
  components: {
    Button: Button.extend({ defaultProps: { size: 'xs' } }),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray' } }),
    Badge: Badge.extend({ defaultProps: { variant: 'light', radius: 'sm', tt: 'none', fw: 500, size: 'md' } }),
    InputBase: InputBase.extend({ defaultProps: { size: 'sm' } }),
    // By name, where no first screen has one: their code would come with the first load.
    NativeSelect: { defaultProps: { size: 'sm' } satisfies NativeSelectProps },
    NumberInput: { defaultProps: { size: 'sm' } satisfies NumberInputProps },
    Menu: Menu.extend({
      // The placeholder is an element that a menu may not hold (axe: aria-required-children); the menu itself takes the focus.
      defaultProps: { shadow: 'md', radius: 'md', withInitialFocusPlaceholder: false },
    }),
    Modal: Modal.extend({
      defaultProps: {
        centered: true,
        radius: 'md',
        closeButtonProps: {
          get 'aria-label'() {
            return t('Close')
          },
        },
        padding: 'lg',
        styles: { title: { fontSize: '0.9375rem', fontWeight: 650 } },
        // The page itself never scrolls, and the lock would add a style element without the policy's nonce.
        lockScroll: false,
      },
    }),
    // Else one that is open stays on the side it opened to, and off the window when that becomes smaller.
    Popover: { defaultProps: { preventPositionChangeWhenVisible: false } satisfies Partial<PopoverProps> },
    Paper: Paper.extend({ defaultProps: { withBorder: true, radius: 'md' } }),
    Skeleton: Skeleton.extend({ defaultProps: { radius: 'sm' } }),
    Table: { defaultProps: { fz: 'sm', verticalSpacing: 8, horizontalSpacing: 10 } satisfies TableProps },
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, withArrow: true, fz: 'xs' } }),
  },
})

/**
 * Muster's own colours by meaning:
 * `--muster-ground` behind panels · `--muster-hairline` around them · `--muster-selected` the chosen row or screen ·
 * `--muster-on-selected` text on it · `--muster-bad`, `--muster-good` text of failures and additions ·
 * `--muster-bar` the empty part of a bar.
 */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#5b6470',
    '--mantine-color-placeholder': '#5b6470',
    '--mantine-color-error': '#c92a2a',
    '--muster-ground': '#f8f9fa',
    '--muster-hairline': '#dee2e6',
    '--muster-selected': '#dbe4ff',
    '--muster-on-selected': '#273a94',
    '--muster-hover': '#f1f3f5',
    '--muster-bad': '#c92a2a',
    '--muster-good': '#07694c',
    '--muster-warn': '#a33a00',
    '--muster-bar': '#e9ecef',
  },
  dark: {
    '--mantine-color-dimmed': '#a6abb3',
    '--mantine-color-placeholder': '#a6abb3',
    '--mantine-color-error': '#ff8787',
    '--muster-ground': '#1f1f1f',
    '--muster-hairline': '#3b3b3b',
    '--muster-selected': '#1b2559',
    '--muster-on-selected': '#bac8ff',
    '--muster-hover': '#2e2e2e',
    '--muster-bad': '#ff8787',
    '--muster-good': '#63e6be',
    '--muster-warn': '#ffa94d',
    '--muster-bar': '#424242',
  },
})
