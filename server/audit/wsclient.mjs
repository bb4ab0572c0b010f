// Runs one operation through the graphql-ws client and prints each result as a line of JSON.
//
//   node server/audit/wsclient.mjs ws://127.0.0.1:8080/graphql 'subscription { deadlineEvents { cursor } }' \
//     [--variables '{}'] [--header 'Cookie: name=value'] [--count N]
//
// It ends when the operation completes, or after N results. Exit code: 0 then, 1 on an error, 2 for wrong arguments.
import { createClient } from 'graphql-ws'
import WebSocket from 'ws'

const usage = "usage: wsclient.mjs URL OPERATION [--variables JSON] [--header 'Name: value']... [--count N]"
const headers = {}
const positional = []
let variables
let count = Infinity
const args = process.argv.slice(2)
while (args.length > 0) {
  const arg = args.shift()
  if (arg === '--header') {
    const header = args.shift() ?? ''
    const colon = header.indexOf(':')
    if (colon < 1) fail(usage)
    headers[header.slice(0, colon).trim()] = header.slice(colon + 1).trim()
  } else if (arg === '--variables') {
    variables = JSON.parse(args.shift() ?? '')
  } else if (arg === '--count') {
    count = Number(args.shift())
  } else if (!arg.startsWith('--')) {
    positional.push(arg)
  } else {
    fail(usage)
  }
}
const [url, query] = positional
if (positional.length !== 2 || !(count > 0)) fail(usage)

class SocketWithHeaders extends WebSocket {
  constructor(address, protocols) {
    super(address, protocols, { headers })
  }
}

const client = createClient({ url, webSocketImpl: SocketWithHeaders, retryAttempts: 0 })
try {
  for await (const result of client.iterate({ query, variables })) {
    console.log(JSON.stringify(result))
    if (--count === 0) break
  }
} catch (error) {
  const told = typeof error?.code === 'number' ? { code: error.code, reason: error.reason } : error
  console.error(JSON.stringify(told instanceof Error ? { message: told.message } : told))
  process.exitCode = 1
} finally {
  await client.dispose()
}

function fail(message) {
  console.error(message)
  process.exit(2)
}
