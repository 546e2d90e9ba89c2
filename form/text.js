/** What was filled in, as text that comes through WhatsApp and e-mail: a line for each field, in parts if need be, with
 *  sums by which a lost or damaged part is told. `intake` reads it (desk/form_text.py). */

/** @typedef {import("./rules.js").Entry} Entry */

/** Letters of a part, as an address counts them: longer ones don't reach WhatsApp. */
export const LONGEST = 2000
const SLACK = 120
/** For a part's first and last line. */

/** Lines of an entry. @param {Entry} entry @returns {string[]} */
export function linesOf(entry) {
  const found = []
  for (const [key, value] of flat(entry)) {
    if (key === "isi") found.push(...value.replace(/\s+$/, "").split("\n").map((line) => `| ${line}`.replace(/\s+$/, "")))
    else found.push(`${key}: ${value.split(/\s+/).filter(Boolean).join(" ")}`.replace(/\s+$/, ""))
  }
  return found.map((line) => line.normalize("NFC").replace(/\u00a0/g, " "))
}

/** @param {any} value @param {string} key @returns {Generator<[string, string]>} */
function* flat(value, key = "") {
  if (value === undefined) return
  if (value === null) yield [key, ""]
  else if (typeof value === "string") yield [key, value]
  else {
    for (const [name, inner] of Object.entries(value)) {
      const step = Array.isArray(value) ? String(+name + 1) : name
      yield* flat(inner, key ? `${key}.${step}` : step)
    }
  }
}

/** The whole in one part, for a file. @param {string} kind @param {string} slug @param {Entry} entry */
export const textOf = (kind, slug, entry) => partsOf(kind, slug, entry, Infinity)[0]

/** @param {string} kind @param {string} slug @param {Entry} entry @returns {string[]} */
export function partsOf(kind, slug, entry, longest = LONGEST) {
  const lines = linesOf(entry), sum = sumOf(lines)
  const parts = cut(lines, longest - SLACK)
  return parts.map((part, at) => {
    const number = `${at + 1}/${parts.length}`
    return [`SELEBARAN ${kind} ${slug} ${number} ${sum}`, ...part, `AKHIR ${number} ${sumOf(part)}`].join("\n")
  })
}

const sized = (/** @type {string} */ text) => encodeURIComponent(text).length

/** Lines in parts that are short enough. A line that is longer than a part goes on with + in the next.
 *  @param {string[]} lines @param {number} longest */
function cut(lines, longest) {
  /** @type {string[][]} */
  const parts = [[]]
  let room = longest
  for (let line of lines) {
    while (sized(line) + 3 > room) {
      const [head, tail] = room > longest / 2 ? split(line, room) : ["", line]
      if (head) parts[parts.length - 1].push(head)
      parts.push([])
      room = longest
      line = tail
    }
    parts[parts.length - 1].push(line)
    room -= sized(line) + 3
  }
  return parts
}

/** @param {string} line @param {number} room @returns {[string, string]} */
function split(line, room) {
  const words = line.split(" "), start = line.startsWith("| ") || line.startsWith("+ ") ? 2 : 1
  let count = words.length
  while (count > start && sized(words.slice(0, count).join(" ")) + 3 > room) count--
  if (sized(words.slice(0, count).join(" ")) + 3 <= room && count < words.length) {
    return [words.slice(0, count).join(" "), `+ ${words.slice(count).join(" ")}`]
  }
  const letters = [...line]
  let most = letters.length
  while (most > 4 && sized(letters.slice(0, most).join("")) + 3 > room) most--
  return [letters.slice(0, most).join(""), `& ${letters.slice(most).join("")}`]
}

/** CRC-32 of lines, as eight hexadecimal digits: it tells what was damaged on its way, not who wrote it.
 *  @param {string[]} lines */
export function sumOf(lines) {
  let sum = -1
  for (const byte of new TextEncoder().encode(lines.join("\n"))) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0)
  }
  return (~sum >>> 0).toString(16).padStart(8, "0")
}
