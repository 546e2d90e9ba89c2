/** The address of a page while its search is open: it has the words, so that it can be shared; Back closes the search. */

const WORDS = "q"

/**
 * @param {HTMLDialogElement} dialog
 * @param {HTMLInputElement} input
 * @param {() => void} look to be called when other words stand in the box
 */
export function addressOf(dialog, input, look) {
  const here = () => new URL(location)
  const given = () => here().searchParams.get(WORDS)
  let way = ""
  const at = (words) => {
    const url = here()
    url.search = words ? `?${new URLSearchParams({ [WORDS]: words })}` : ""
    return url
  }
  const write = (how, state, words) => {
    try {
      history[how](state, "", at(words))
    } catch { /* a page that was opened from a disk may keep its address */ }
  }
  /** The search that opens by a touch is a step of its own in the browser's history. */
  const step = () => {
    if (!dialog.open || history.state?.cari) return
    write("pushState", { cari: true }, input.value)
  }
  dialog.addEventListener("focusin", step)
  dialog.addEventListener("close", () => {
    if (history.state?.cari) history.back()
    else if (given() !== null) write("replaceState", null, "")
  })
  addEventListener("popstate", () => {
    if (history.state?.cari) {
      if (!dialog.open) dialog.showModal()
      input.value = given() ?? ""
      look()
    } else {
      if (dialog.open) dialog.close()
      if (way) location.hash = way
      way = ""
    }
  })
  return {
    /** Words in the address of a page that was opened with them. */
    open() {
      const words = given()
      if (words === null || dialog.open) return step()
      write("replaceState", null, words)
      dialog.removeEventListener("focusin", step)
      dialog.showModal()
      input.value = words
      input.focus()
      dialog.addEventListener("close", () => dialog.addEventListener("focusin", step), { once: true })
    },
    /** What is typed stands in the address. */
    keep() {
      write("replaceState", history.state, input.value.trim())
    },
    /** Close the search, and go to a part of this page. */
    leave(hash) {
      way = history.state?.cari ? hash : ""
      dialog.close()
      if (!way) location.hash = hash
    },
  }
}
