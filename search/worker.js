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
  const items = search(text)
  marked = items.marked
  return items
}

function loaded() {
  const language = self.location.hash.slice(1)
  self.importScripts("cari-mesin.js", "cari-indeks.js", ...(language ? [`cari-${language}.js`] : []))
  return self.cariMesin(self.cariIndeks, { language, files: false }, more, self.cariBahasa)
}

/** The second file of the index, for words that the first one doesn't know; without internet it is asked for again. */
function more() {
  try {
    self.importScripts("cari-lebih.js")
  } catch {}
  return self.cariLebih
}
