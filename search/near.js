/** Pages of kecamatan, whose name somebody begins to type, or that stands in what was typed. */

/** Letters that a name begins with. */
const FEW = 3
/** So many are shown above all else. */
const MOST = 3

/**
 * @param {string} lines an address and a title each
 * @param {string} text
 * @returns {{ url: string, title: string }[]}
 */
export function nearIn(lines, text) {
  const typed = plain(text)
  if (typed.length < FEW) return []
  return lines
    .split("|")
    .filter(Boolean)
    .map((line) => line.split("^"))
    .filter(([url]) => isMeant(plain(url.split("/").pop() ?? ""), typed))
    .slice(0, MOST)
    .map(([url, title]) => ({ url: `${url}/`, title }))
}

/** @param {string} name @param {string} typed */
const isMeant = (name, typed) => name.startsWith(typed) || ` ${typed} `.includes(` ${name} `)

/** @param {string} text */
const plain = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/[^a-z0-9]+/g, " ").trim()
