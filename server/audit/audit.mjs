// Runs every server audit of npm graphql-http against a URL and prints how many passed.
//
//   node server/audit/audit.mjs http://127.0.0.1:8080/graphql [--header 'Cookie: name=value'] [--expect 61]
//
// Some audits ask for introspection, so the caller must be somebody who may use it. Exit code: 0 when every audit
// passed, 1 when one failed or their number is not the expected one, 2 for wrong arguments.
import { serverAudits } from 'graphql-http'

const usage = "usage: audit.mjs URL [--header 'Name: value']... [--expect N]"
const headers = {}
let url
let expect = 61
const args = process.argv.slice(2)
while (args.length > 0) {
  const arg = args.shift()
  if (arg === '--header') {
    const header = args.shift() ?? ''
    const colon = header.indexOf(':')
    if (colon < 1) fail(usage)
    headers[header.slice(0, colon).trim()] = header.slice(colon + 1).trim()
  } else if (arg === '--expect') {
    expect = Number(args.shift())
  } else if (url === undefined && !arg.startsWith('--')) {
    url = arg
  } else {
    fail(usage)
  }
}
if (url === undefined || !Number.isInteger(expect)) fail(usage)

const audits = serverAudits({
  url,
  fetchFn: (input, init = {}) => fetch(input, { ...init, headers: { ...headers, ...init.headers } }),
})
let passed = 0
let failed = 0
for (const audit of audits) {
  const result = await audit.fn()
  if (result.status === 'ok') {
    passed++
    continue
  }
  failed++
  console.error(`${result.status}: ${audit.id} ${audit.name}: ${result.reason}`)
}
console.log(`${passed} passed, ${failed} failed`)
if (audits.length !== expect) {
  console.error(`${audits.length} audits were run, ${expect} were expected`)
  process.exitCode = 1
}
if (failed > 0) process.exitCode = 1

function fail(message) {
  console.error(message)
  process.exit(2)
}
