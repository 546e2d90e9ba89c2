/**
 * The worker, in the message protocol of the theme (Material for MkDocs): it is asked with QUERY and answers with
 * RESULT. READY comes first; the theme's own index is never asked for. Search and index are loaded when somebody types.
 * Ours alone: LINES are those of a page that was found, and SNIPPET what they say of the words that were typed last.
 */
const READY = 1
const QUERY = 2
const RESULT = 3
const LINES = 4
const SNIPPET = 5

/** @type {ReturnType<typeof cariMesin> | undefined} */
let search
/** @type {((text: string) => string) | undefined} */
let marked

self.onmessage = ({ data }) => {
  if (data.type === LINES && marked) {
    const { location, lines } = data.data
    if (!self.cariCuplikan) self.importScripts("cari-cuplikan.js")
    self.postMessage({ type: SNIPPET, data: { location, html: self.cariCuplikan(lines, marked) } })
  }
  if (data.type !== QUERY) return
  const text = data.data.trim()
  const items = text ? found(text) : []
  self.postMessage({ type: RESULT, data: { items: [...items], instead: items.instead } })
}
self.postMessage({ type: READY })

/** @param {string} text @returns {import("./engine.js").Found} */
function found(text) {
  try {
    search ??= loaded()
  } catch {
    const title = "<span data-cari-gagal>Periksa internet, lalu ketik lagi</span>"
    return [[{ location: "?", title, text: "", score: 1 }]]
  }
  const near = places(text)
  const items = search(text)
  marked = items.marked
  if (!near.length) return items
  const isCard = items[0]?.[0].title?.includes("data-cari-darurat")
  if (isCard) return [items[0], ...near, ...items.slice(1)]
  return items[0]?.[0].location?.startsWith("?") ? near : [...near, ...items]
}

/** Letters that the name of a place begins with. */
const FEW = 3
/** Places that are shown above all else. */
const MOST = 3

/**
 * Pages of places whose name somebody begins to type, or that stands in what was typed. Their names lie in a file of
 * their own, which may be missing.
 * @param {string} text
 */
function places(text) {
  const typed = plain(text)
  if (typed.length < FEW) return []
  if (self.cariTempat === undefined) {
    self.cariTempat = ""
    try {
      self.importScripts("cari-tempat.js")
    } catch {
      self.cariTempat = undefined
    }
  }
  const language = self.location.hash.slice(1)
  const rows = (self.cariTempat || "").split("\n").filter(Boolean).map((row) => row.split("\t"))
  return rows
    .filter(([slug]) => isMeant(plain(slug.split("/").pop() ?? ""), typed))
    .slice(0, MOST)
    .map(([slug, title]) => [
      { location: `${language && `${language}/`}${slug}/`, title: escaped(title), text: "", score: 1000 },
    ])
}

/** @param {string} name @param {string} typed */
const isMeant = (name, typed) => name.startsWith(typed) || ` ${typed} `.includes(` ${name} `)
/** @param {string} text */
const plain = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/[^a-z0-9]+/g, " ").trim()
/** @param {string} text */
const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

function loaded() {
  self.importScripts("cari-mesin.js", "cari-indeks.js")
  return self.cariMesin(self.cariIndeks, { language: self.location.hash.slice(1), files: false })
}
