/** The part of the Trusted Types API that is used here; TypeScript's DOM library does not know it yet. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createHTML(input: string): string }): unknown
}

/**
 * Text that may become the content of an element. Mantine fills its `<style>` elements by innerHTML, which is the only
 * such use; style text never holds `<`, and markup always does.
 * @throws TypeError for anything that could be markup.
 */
export function refuseMarkup(input: string): string {
  if (input.includes('<')) throw new TypeError('Muster never turns text into markup.')
  return input
}

/** Installs the default policy. Scripts and script addresses have no rule, so the browser refuses them all. */
export function installTrustedTypes(scope: { trustedTypes?: TrustedTypes }): void {
  scope.trustedTypes?.createPolicy('default', { createHTML: refuseMarkup })
}

// Imported before anything else, so that no library can make the default policy first.
installTrustedTypes(globalThis as { trustedTypes?: TrustedTypes })
