/** A threat that Muster answers, and what answers it. Which tests show it is read from the tests (see {@link shows}). */
interface Threat {
  readonly threat: string
  readonly answer: string
}

/** The threats, in the order of docs/security.md. */
export const threats = {
  'page-code': {
    threat: 'Code that came from elsewhere, or was made from a text, runs in the window.',
    answer:
      'The window loads its own built files over `app://muster` and nothing else. The policy (`electron/csp.ts`) comes as a header with every reply, with a nonce for each load and Trusted Types.',
  },
  'page-node': {
    threat: 'The page reaches Node, Electron, or more of main than it was given.',
    answer:
      'Sandboxed, isolated, without Node. The page reaches exactly the calls of `shared/contract.ts`; no event object, no `ipcRenderer`, and it can’t change the bridge.',
  },
  'page-network': {
    threat: 'The window sends something out.',
    answer:
      '`connect-src ’none’` and the rest of the policy; below it the session cancels whatever is not `app://muster`, which is tried with the policy switched off. Peer connections may not use UDP.',
  },
  'page-elsewhere': {
    threat: 'The window goes to another page, opens a second one, or sends the browser somewhere.',
    answer:
      'Navigation, new windows and webviews are refused for all web contents. The window names a known page and never passes an address; a sign-in opens https, or http on this computer.',
  },
  permissions: {
    threat: 'The page uses the camera, the clipboard, a device, notifications or a download.',
    answer:
      'Every permission, check, device and download is refused, in both sessions, and by Permissions-Policy once more.',
  },
  surface: {
    threat: 'A call, a switch, a fuse or a privilege is added and nobody looks at it.',
    answer:
      'All of them are in one reviewed list, `tests/unit/shell/reviewed-surface.txt`; a change has to be made there too.',
  },
  packaging: {
    threat: 'The packaged app is made to run as Node, or to load other code.',
    answer: 'Every fuse that electron-builder knows is stated in `electron-builder.yml`.',
  },
  update: {
    threat: 'An update is altered, comes from elsewhere, goes back to an older version, or cuts off a push.',
    answer:
      'Only from the place that the build names; its hash (and on Windows and macOS its signature) has to match; never older; installed when the admin says so, and not while a push or a plan is under way. A policy switches it off.',
  },
  'ipc-sender': {
    threat: 'A frame, another window or another origin calls main.',
    answer: 'One place checks: main frame, our window, our origin; whatever is absent is refused.',
  },
  'ipc-input': {
    threat: 'A call carries something of the wrong form, without end, or in a circle.',
    answer:
      '64 million characters and 32 levels, before a schema looks at it; then the schema. What goes back is parsed too: what it does not name is dropped.',
  },
  'window-taken': {
    threat: 'The window is in the hands of somebody else.',
    answer:
      'No secret crosses IPC; a file is reached by a grant; what is pushed is the plan that main froze, under its hash, the limits and the typed confirmation; an id of another connection leads nowhere.',
  },
  boundaries: {
    threat:
      'What comes in is hostile: settings, replies, tokens, files, directories, lists, the disk, the command line.',
    answer:
      'Every boundary is in `tests/fuzz/boundaries.ts` and is handed whatever may come: no crash, no hang, no rejection that nobody handles, a refusal in the catalogue’s words, no secret in it. `npm run fuzz` is the long run.',
  },
  listener: {
    threat: 'A program or a page attacks the sign-in’s listener.',
    answer:
      'Loopback only, opened late and closed early; exact host, path and method, single use; a wrong state is refused and the wait goes on; what a page loads into itself is refused. PKCE, state, nonce and issuer are checked.',
  },
  'id-token': {
    threat: 'A forged or replayed reply signs somebody in.',
    answer:
      'Signature, issuer, audience, nonce and times are checked by openid-client; whatever fails is explained and signs nobody in.',
  },
  'secrets-kept': {
    threat: 'A secret is on disk, in a log, in an error, in a message or in the window.',
    answer:
      'Secrets are in the keychain and in main’s memory. What is pasted is sealed to a key of this start. Every log line is redacted by value and by place. After a suite everything left behind is searched, and the search is proven by planting one.',
  },
  'secret-place': {
    threat: 'Changed settings carry a kept secret to another server.',
    answer:
      'The vault keeps a source’s secret with the one place it was given for. Nothing leaves before the certificate was checked.',
  },
  'disk-read': {
    threat: 'Another user of the computer reads the database, the settings or the log.',
    answer: 'Files have mode 0600, their folders 0700, from before anything is in them.',
  },
  'disk-damaged': {
    threat: 'The database or the settings are damaged, of another version, or written by somebody else.',
    answer:
      'What is damaged is set aside, explained in the window, and never emptied; before each migration a copy is made; addresses in the settings pass the same checks as at the import.',
  },
  'network-trust': {
    threat: 'A proxy, an inspecting firewall or a server is given more than its due: a password, trust.',
    answer:
      'A proxy’s sign-in is kept with that proxy’s name and port and told to no other. An added authority counts for one connection, and only where Chromium knows none; name, dates, usage and signatures are checked. There is no switch that ignores certificates.',
  },
  'client-certificates': {
    threat: 'A server is shown a certificate of this computer that nobody chose for it, or another connection’s.',
    answer:
      'None is shown unless the admin, or the policy, has chosen it for the connection; it goes to the connection’s own services alone. Electron does not say whose request a server’s question belongs to, so requests that would present different certificates to one server take turns.',
  },
  policy: {
    threat: 'Somebody who may not writes a policy, or gets around one.',
    answer:
      'Owner and mode of file and folder are checked on macOS and Linux; a file that can’t be used locks everything. Main holds to it, whatever the window asks for.',
  },
  reports: {
    threat: 'A report runs something when it is opened.',
    answer:
      'Pages are escaped by construction and carry a policy of their own; what could become a formula is made a text.',
  },
} as const satisfies Readonly<Record<string, Threat>>

/** Names a threat. */
export type ThreatId = keyof typeof threats

/**
 * The title of a test, or of a group of them, that shows how a threat is answered. docs/security.md is made from these
 * calls, so both parts have to be written out where they are called.
 */
export const shows = (_threat: ThreatId, title: string): string => title
