/** Asks the search: in a worker, or in the page where that was opened from a disk. */
const QUERY = 2
const RESULT = 3

/**
 * @param {URL} assets the folder of the search's scripts
 * @param {string} language in which it answers; "" for Indonesian
 * @param {(items: object[][], instead?: [string, string][]) => void} answer what to do with each answer, and with the words
 *   that were taken for others
 * @returns {(text: string) => void}
 */
export function asking(assets, language, answer) {
  if (location.protocol === "file:") return askingHere(assets, language, answer)
  const worker = new Worker(new URL(`cari.js#${language}`, assets))
  worker.onmessage = ({ data }) => { if (data.type === RESULT) answer(data.data.items, data.data.instead) }
  return (text) => worker.postMessage({ type: QUERY, data: text })
}

/** Browsers give a page that was opened from a disk no worker. Its search runs in the page, loaded as scripts. */
function askingHere(assets, language, answer) {
  let search
  return async (text) => {
    search ??= loaded("cari-indeks.js", assets)
      .then(() => loaded("cari-mesin.js", assets))
      .then(() => window.cariMesin(window.cariIndeks, { language, files: true }))
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
