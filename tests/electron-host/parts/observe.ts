import type { CdpSession } from '../browser/cdp.ts'
import { runtime } from '../runtime.ts'

/** Records what a page says and what its policy stopped, so that a suite can assert that there was nothing. */
export function observePage(cdp: CdpSession): void {
  const { record } = runtime()
  cdp.on('Runtime.consoleAPICalled', ({ type, args }) => {
    const text = args.map((arg) => arg.value ?? arg.description ?? '').join(' ')
    record({ kind: 'console', level: type, text })
  })
  cdp.on('Runtime.exceptionThrown', ({ exceptionDetails }) =>
    record({
      kind: 'console',
      level: 'exception',
      text: exceptionDetails.exception?.description ?? exceptionDetails.text,
    }),
  )
  cdp.on('Log.entryAdded', ({ entry }) => record({ kind: 'console', level: entry.level, text: entry.text }))
  cdp.on('Network.webSocketCreated', ({ url }) =>
    record({ kind: 'request', url, type: 'WebSocket', outcome: 'continued' }),
  )
  cdp.on('Audits.issueAdded', ({ issue }) => {
    if (issue.code !== 'ContentSecurityPolicyIssue') return
    const { violatedDirective, blockedURL, contentSecurityPolicyViolationType } = Object(
      issue.details.contentSecurityPolicyIssueDetails,
    )
    record({
      kind: 'violation',
      directive: String(violatedDirective),
      blocked: String(blockedURL ?? contentSecurityPolicyViolationType),
    })
  })
  void cdp.send('Network.enable')
  void cdp.send('Log.enable')
  void cdp.send('Audits.enable')
}
