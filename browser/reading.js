/**
 * Reads pages that were found by words of which none is shown: the index knows that they stand there, and no more. Only
 * of the first results, once nothing more is typed, and not where data is dear.
 */
const BEST = 3
const PAUSE = 600
/** What the reader's clock shows and hides, and what is no sentence. */
const NOT_READ = ["hidden", "data-dari", "data-sampai", "data-mulai", "data-acara", "data-pekan", "data-umur", "data-menurut"]
  .map((name) => `[${name}]`).join() + ",nav,script,svg,h1"
const BLOCKS = "p,li,td,dd"
/** Above all else stand cards and places, which say all. */
const SPECIAL = 1000

/**
 * @param {URL} root
 * @param {(found: {location: string, lines: string[]}) => void} tell
 * @returns {(items: {location: string, title: string, text: string, score: number}[][]) => void}
 */
export function reading(root, tell) {
  let timer
  const read = async ({ location }) => {
    const answer = await fetch(new URL(location, root))
    if (!answer.ok) return
    const page = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("#isi")
    page?.querySelectorAll(NOT_READ).forEach((element) => element.remove())
    const lines = [...(page?.querySelectorAll(BLOCKS) || [])].filter((block) => !block.querySelector(BLOCKS))
    tell({ location, lines: lines.map(({ textContent }) => textContent.trim()) })
  }
  return (items) => {
    clearTimeout(timer)
    if (isDear()) return
    const silent = items.slice(0, BEST).filter(isSilent)
    if (silent.length) timer = setTimeout(() => silent.forEach(([page]) => read(page).catch(() => {})), PAUSE)
  }
}

const isDear = () => navigator.connection?.saveData || /2g/.test(navigator.connection?.effectiveType)
const isSilent = (found) => found[0].score < SPECIAL && !/^(\?|tel:)/.test(found[0].location)
  && !found.some(({ title, text }) => (title + text).includes("<mark>"))
