/** The menu on a phone: `<details>` opens by itself, and the page closes it by Escape (selebaran/data/sentuh.js); a tap
 * elsewhere and leaving by Tab close it, too. */

/** @param {HTMLDetailsElement | null} menu */
export function menuOf(menu) {
  if (!menu) return
  const summary = menu.querySelector("summary")
  // Where there is room for columns, all groups stand open.
  if (matchMedia("(min-width: 1024px)").matches) menu.querySelectorAll("details").forEach((group) => { group.open = true })
  document.addEventListener("click", ({ target }) => { if (!menu.contains(target)) menu.open = false })
  menu.querySelector("[data-menu-tutup]").addEventListener("click", () => {
    menu.open = false
    summary.focus({ preventScroll: true })
    menu.scrollIntoView({ block: "nearest" })
  })
  menu.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !menu.contains(relatedTarget)) menu.open = false
  })
}
