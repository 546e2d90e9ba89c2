/** Asks the search: in a worker, or in the page where that was opened from a disk. */
const QUERY = 2
const RESULT = 3
const LINES = 4
const SNIPPET = 5
/** Of so many results the page may be read. */
const BEST = 3
const PAUSE = 600

/**
 * @param {URL} assets the folder of the search's scripts
 * @param {string} language in which it answers; "" for Indonesian
 * @param {(items: object[][], instead?: [string, string][]) => void} answer what to do with each answer, and with the words
 *   that were taken for others
 * @param {(location: string, html: string) => void} tell what to do with a sentence of a page that was found
 * @returns {(text: string) => void}
 */
export function asking(assets, language, answer, tell) {
  if (location.protocol === "file:") return askingHere(assets, language, answer)
  const worker = new Worker(new URL(`cari.js#${language}`, assets))
  let later
  const read = (items) => {
    clearTimeout(later)
    if (items.length) later = setTimeout(() => import(new URL("cari-baca.js", assets)).then(
      ({ read }) => read(items, assets, (data) => worker.postMessage({ type: LINES, data })),
      () => {},
    ), PAUSE)
  }
  worker.onmessage = ({ data: { type, data } }) => {
    if (type === RESULT) {
      answer(data.items, data.instead)
      read(data.items.slice(0, BEST).filter(isSilent))
    } else if (type === SNIPPET) tell(data.location, data.html)
  }
  return (text) => worker.postMessage({ type: QUERY, data: text })
}

/** Browsers give a page that was opened from a disk no worker. Its search runs in the page, loaded as scripts. */
function askingHere(assets, language, answer) {
  let search
  return async (text) => {
    const files = ["cari-indeks.js", "cari-lebih.js", "cari-mesin.js", ...(language ? [`cari-${language}.js`] : [])]
    search ??= Promise.all(files.map((name) => loaded(name, assets)))
      .then(() => window.cariMesin(window.cariIndeks, { language, files: true }, () => window.cariLebih, window.cariBahasa))
    const items = (await search)(text.trim())
    answer(items, items.instead)
  }
}

const loaded = (name, assets) => new Promise((done) => {
  const script = document.createElement("script")
  script.src = new URL(name, assets)
  script.onload = done
  document.head.append(script)
})

/** Whether a page was found by words of which none is shown. Above all else stand cards and places, which say all. */
const isSilent = (found) => found[0].score < 1000 && !/^(\?|tel:)/.test(found[0].location)
  && !found.some(({ title, text }) => (title + text).includes("<mark>"))
