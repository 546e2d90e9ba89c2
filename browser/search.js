/** The search's dialog: asks, shows, leads on. What is found is worked out elsewhere (../search/). */
import { asking } from "./asking.js"
import { shown } from "./shown.js"

/**
 * @param {HTMLDialogElement} dialog may be open already, with something typed: the page opens it (selebaran/data/sentuh.js)
 * @param {URL} root
 */
export function searchOf(dialog, root) {
  const input = dialog.querySelector("input")
  const list = dialog.querySelector("ol")
  const news = dialog.querySelector("[data-cari-kabar]")
  const first = news.textContent
  let ask

  const links = () => [...list.querySelectorAll("a")].filter((a) => a.offsetParent)
  const tell = () => { news.textContent = input.value.trim() ? said(list) : first }
  const show = (items) => {
    if (!input.value.trim()) return
    const stood = list.contains(document.activeElement) && document.activeElement.href
    list.replaceChildren(...items.map((found) => shown(found, root)))
    tell()
    // An answer that comes late replaces the list. Who stood on one of its links stands on it again, or in the box.
    if (stood) (links().find(({ href }) => href === stood) || input).focus()
  }
  const look = () => {
    if (input.value.trim()) {
      ask ||= asking(new URL("assets/", root), dialog.dataset.bahasa, show)
      ask(input.value)
    } else list.replaceChildren()
    tell()
  }

  input.addEventListener("input", look)
  input.form.addEventListener("reset", () => setTimeout(() => { look(); input.focus() }))
  input.form.addEventListener("submit", (e) => {
    e.preventDefault()
    links()[0]?.click()
  })
  dialog.addEventListener("click", ({ target }) => { if (target === dialog) dialog.close() })
  dialog.addEventListener("keydown", (e) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[e.key]
    if (!step) return
    e.preventDefault()
    const stops = [input, ...links()]
    stops[(stops.indexOf(document.activeElement) + step + stops.length) % stops.length].focus()
  })
  list.addEventListener("click", (e) => {
    const link = e.target.closest("a")
    const word = link?.querySelector("[data-cari-kata]")
    if (link && !word) dialog.close()
    if (!word) return
    // A word that is offered when nothing was found is looked for at once.
    e.preventDefault()
    input.value = word.getAttribute("data-cari-kata")
    input.focus()
    look()
  })

  const words = new URL(location).searchParams.get("q")
  if (words && !dialog.open) {
    dialog.showModal()
    input.value = words
    input.focus()
  }
  if (input.value) look()
}

/** How much was found, on the screen and for a screen reader. */
function said(list) {
  const pages = list.children.length
  if (!pages) return "Mencari …"
  if (list.querySelector("[data-cari-gagal]")) return "Pencarian belum dapat dibuka."
  if (list.querySelector("[data-cari-nihil], [data-cari-kata]")) return "Tidak ada hasil. Coba kata lain."
  return `${pages} halaman ditemukan`
}
