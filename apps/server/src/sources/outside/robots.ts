interface Line {
  readonly allow: boolean
  readonly path: string
}

/** Whether a robots.txt asks robots of any name, or this one, to stay away from a path. The longest rule that fits decides. Source: RFC 9309 2.2. */
export function isBarred(robots: string, path: string, name: string): boolean {
  const groups = groupsOf(robots)
  const own = groups.filter((group) => group.names.includes(name.toLowerCase()))
  const lines = (own.length > 0 ? own : groups.filter((group) => group.names.includes('*'))).flatMap((group) => group.lines)
  const fitting = lines.filter((line) => fits(line.path, path))
  const longest = Math.max(0, ...fitting.map((line) => line.path.length))
  const deciding = fitting.filter((line) => line.path.length === longest)
  return deciding.length > 0 && !deciding.some((line) => line.allow)
}

function groupsOf(robots: string): { names: string[]; lines: Line[] }[] {
  const groups: { names: string[]; lines: Line[] }[] = []
  for (const written of robots.split(/\r?\n|\r/)) {
    const [, key = '', value = ''] = /^\s*([\w-]+)\s*:\s*([^#]*)/.exec(written) ?? []
    const last = groups.at(-1)
    if (/^user-agent$/i.test(key)) {
      if (last === undefined || last.lines.length > 0) groups.push({ names: [value.trim().toLowerCase()], lines: [] })
      else last.names.push(value.trim().toLowerCase())
    } else if (/^(dis)?allow$/i.test(key) && last !== undefined && value.trim() !== '')
      last.lines.push({ allow: /^allow$/i.test(key), path: value.trim() })
  }
  return groups
}

/** `*` stands for anything, `$` for the end. Part after part, each as early as it can stand: a rule of many stars costs no more than one. */
function fits(rule: string, path: string): boolean {
  const toEnd = rule.endsWith('$')
  const [head = '', ...parts] = (toEnd ? rule.slice(0, -1) : rule).split(/\*+/)
  if (!path.startsWith(head)) return false
  const last = toEnd ? parts.pop() : undefined
  let at = head.length
  for (const part of parts) {
    const found = path.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  if (!toEnd) return true
  return last === undefined ? at === path.length : path.length - last.length >= at && path.endsWith(last)
}
