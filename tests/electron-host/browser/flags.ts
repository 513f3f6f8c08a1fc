/** How Chromium is to be started. */
export interface ChromiumOptions {
  /** Folder of its profile; of this host alone. */
  readonly profile: string
  readonly headless: boolean
  /** Also listen on a port of Chromium's choice, for Playwright. Only in tests. */
  readonly debugPort: boolean
  readonly args?: readonly string[]
}

/** What the window shows that Chromium opens by itself, before the app asks for a page. */
export const openingPage = 'data:text/html,'

const fixed = [
  '--remote-debugging-pipe',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-breakpad',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-quic',
  '--disable-sync',
  '--disable-field-trial-config',
  '--disable-search-engine-choice-screen',
  '--disable-features=Translate,MediaRouter,OptimizationHints,AutofillServerCommunication,CertificateTransparencyComponentUpdater,HttpsUpgrades,DialMediaRouteProvider',
  '--metrics-recording-only',
  '--no-pings',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--password-store=basic',
  '--use-mock-keychain',
  // Chromium itself never finds a host. What the page asks of this computer still arrives, so that a test can see it.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
] as const

/** Chromium's command line. Its own sandbox stays on except for root, for whom Chromium does not start with it. */
export function chromiumFlags(options: ChromiumOptions): string[] {
  return [
    ...fixed,
    `--user-data-dir=${options.profile}`,
    // A window without tabs and an address bar, as Electron's is: Chromium draws those by pages of their own, which would load beside the app's.
    `--app=${openingPage}`,
    '--window-size=1280,800',
    ...(options.headless ? ['--headless', '--disable-gpu', '--hide-scrollbars'] : []),
    ...(options.debugPort ? ['--remote-debugging-port=0'] : []),
    ...(process.getuid?.() === 0 ? ['--no-sandbox', '--test-type'] : []),
    ...(options.args ?? []),
  ]
}
