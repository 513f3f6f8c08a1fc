/** A picture that is copied into the built app: its path there. */
declare module '*.png?asset' {
  const path: string
  export default path
}
