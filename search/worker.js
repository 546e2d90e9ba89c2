/**
 * The worker, in the message protocol of the theme (Material for MkDocs): it is asked with QUERY and answers with
 * RESULT. READY comes first; the theme's own index is never asked for. Search and index are loaded when somebody types.
 */
const READY = 1
const QUERY = 2
const RESULT = 3

/** @type {ReturnType<typeof cariMesin> | undefined} */
let search

self.onmessage = ({ data }) => {
  if (data.type !== QUERY) return
  const text = data.data.trim()
  self.postMessage({ type: RESULT, data: { items: text ? found(text) : [] } })
}
self.postMessage({ type: READY })

/** @param {string} text */
function found(text) {
  try {
    search ??= loaded()
  } catch {
    const title = "<span data-cari-gagal>Periksa internet, lalu ketik lagi</span>"
    return [[{ location: "?", title, text: "", score: 1, terms: {} }]]
  }
  return search(text)
}

function loaded() {
  self.importScripts("cari-mesin.js", "cari-indeks.js")
  return self.cariMesin(self.cariIndeks, { language: self.location.hash.slice(1), files: false })
}
