import 'react'

declare module 'react' {
  interface CSSProperties {
    /** A colour or length that a component hands to its stylesheet. */
    [variable: `--${string}`]: string | undefined
  }
}
