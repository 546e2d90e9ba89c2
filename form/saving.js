/** Saving on this computer, where `selebaran serve` shows the form: first what would change, then, once somebody has seen
 *  it, the change itself. */

import { made } from "./page.js"

/** @typedef {{tanda: string, alamat: string}} Where */
/** @typedef {{beda?: string, masalah?: {tempat: string, pesan: string, saran: string, salah: boolean}[], sidik?: string, ditulis?: string[], pesan?: string}} Answer */

/** Elements that ask, show and save. @param {Where} where @param {string} text @param {() => void} done @returns {HTMLElement[]} */
export function saving(where, text, done) {
  const head = made("h2", { tabIndex: -1 }, "Yang akan berubah"), shown = made("div", { "aria-live": "polite" }, "Membandingkan …")
  ask(where, { isi: text }).then((answer) => {
    shown.replaceChildren(...told(answer))
    if (!answer.sidik) return
    const save = made("button", { type: "button", className: "utama" }, "Simpan")
    save.addEventListener("click", async () => {
      save.disabled = true
      const saved = await ask(where, { isi: text, sidik: answer.sidik })
      shown.replaceChildren(...told(saved))
      if (saved.ditulis) {
        const again = made("button", { type: "button" }, "Isi yang lain")
        again.addEventListener("click", done)
        shown.append(made("p", { className: "tombol" }, again))
      }
    })
    shown.append(made("p", { className: "tombol" }, save))
  })
  return [head, shown]
}

/** @param {Where} where @param {object} what @returns {Promise<Answer>} */
async function ask(where, what) {
  try {
    const headers = { "Content-Type": "application/json", "X-Selebaran-Tanda": where.tanda }
    const answer = await fetch(where.alamat, { method: "POST", headers, body: JSON.stringify(what) })
    return await answer.json()
  } catch {
    return { pesan: "Pratinjau berhenti. Jalankan lagi: selebaran serve" }
  }
}

/** @param {Answer} answer @returns {HTMLElement[]} */
function told(answer) {
  const found = []
  if (answer.pesan) found.push(made("p", {}, answer.pesan))
  if (answer.masalah?.length) {
    found.push(made("ul", {}, ...answer.masalah.map((one) => made("li", {}, made("code", {}, one.tempat), made("p", {}, one.pesan), made("p", { className: "petunjuk" }, one.saran)))))
  }
  if (answer.beda) found.push(made("pre", { tabIndex: 0, "aria-label": "Perubahan" }, answer.beda))
  if (answer.ditulis) found.push(made("p", {}, `Ditulis: ${answer.ditulis.join(", ")}`))
  return found
}
