// Completes package-lock.json: npm leaves out an optional package that the registry at hand does not offer,
// such as a tool's program for another system, and `npm ci` then refuses the whole file. Each one that is
// missing is entered with the version that its dependent names and the system that its name tells.
import { readFileSync, writeFileSync } from 'node:fs'

const file = process.argv[2] ?? 'package-lock.json'
const lock = JSON.parse(readFileSync(file, 'utf8'))
const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32']
const processors = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64']

// resolvable tells whether a package at path sees name, by node's rule of looking upwards.
const resolvable = (path, name) => {
  for (let at = path; ; at = at.slice(0, at.lastIndexOf('/node_modules/'))) {
    if (`${at}/node_modules/${name}` in lock.packages) return true
    if (!at.includes('/node_modules/')) return `node_modules/${name}` in lock.packages
  }
}

const added = {}
for (const [path, entry] of Object.entries(lock.packages)) {
  if (path === '') continue
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const words = name.split(/[/-]/)
    const os = words.filter((word) => systems.includes(word))
    const cpu = words.filter((word) => processors.includes(word))
    if (resolvable(path, name) || os.length !== 1 || !/^\d+\.\d+\.\d+/.test(version)) continue
    added[`node_modules/${name}`] = {
      version,
      ...(cpu.length > 0 && { cpu }),
      ...(entry.dev && { dev: true }),
      ...(words.includes('musl') && { libc: ['musl'] }),
      optional: true,
      os,
    }
  }
}
const [root, ...rest] = Object.entries(lock.packages)
const sorted = [...rest, ...Object.entries(added)].sort(([a], [b]) => a.localeCompare(b, 'en'))
lock.packages = Object.fromEntries([root, ...sorted])
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
for (const path of Object.keys(added)) console.log(`entered ${path}`)
