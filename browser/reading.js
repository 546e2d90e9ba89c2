/**
 * Reads pages that were found by words of which none is shown: the index knows that they stand there, and no more. Not
 * where data is dear, nor without a network where no copy is kept. A script of its own: few searches need it.
 */
/** What the reader's clock shows and hides, and what is no sentence. */
const NOT_READ = ["hidden", "data-dari", "data-sampai", "data-mulai", "data-acara", "data-pekan", "data-umur", "data-menurut"]
  .map((name) => `[${name}]`).join() + ",nav,script,svg,h1"
const BLOCKS = "p,li,td,dd"

/**
 * @param {{location: string}[][]} items
 * @param {URL} assets
 * @param {(found: {location: string, lines: string[]}) => void} tell
 */
export function read(items, assets, tell) {
  if (!isDear() && isReachable()) items.forEach(([{ location }]) => fetched(location, assets, tell).catch(() => {}))
}

async function fetched(location, assets, tell) {
  const answer = await fetch(new URL(`../${location}`, assets))
  if (!answer.ok) return
  const page = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("#isi")
  page?.querySelectorAll(NOT_READ).forEach((element) => element.remove())
  const lines = [...(page?.querySelectorAll(BLOCKS) || [])].filter((block) => !block.querySelector(BLOCKS))
  tell({ location, lines: lines.map(({ textContent }) => textContent.trim()) })
}

const isDear = () => navigator.connection?.saveData || /2g/.test(navigator.connection?.effectiveType)
const isReachable = () => navigator.onLine || navigator.serviceWorker?.controller
