/** Pictures of a page: chosen on the device, scaled there, with words for who doesn't see them. They go into the saved file. */

import { all } from "./fields.js"
import { made } from "./page.js"

/** @typedef {import("./rules.js").Field} Field @typedef {import("./rules.js").Way} Way */

const LONGEST = 1280, QUALITY = 0.8

/** One picture. @param {Field[]} fields */
export function picture(fields) {
  const words = all(fields)
  const input = made("input", { type: "file", accept: "image/*" }), shown = made("div", { className: "gambar" })
  const fault = made("p", { className: "salah", role: "alert" })
  const label = made("label", { className: "isian" }, "Pilih gambar", input, shown, fault)
  let data = ""
  input.addEventListener("change", async () => {
    data = ""
    shown.replaceChildren()
    fault.textContent = ""
    const [file] = input.files
    if (!file) return
    fault.textContent = "Mengecilkan …"
    try {
      const canvas = await scaled(file)
      data = canvas.toDataURL("image/jpeg", QUALITY).split(",")[1]
      shown.append(canvas)
      fault.textContent = ""
    } catch {
      fault.textContent = "Gambar ini tidak dapat dibaca di perangkat ini. Simpan dahulu sebagai JPEG"
    }
    input.dispatchEvent(new Event("input", { bubbles: true }))
  })
  return {
    ...words,
    nodes: [label, ...words.nodes],
    read: () => ({ ...words.read(), ...(data ? { data } : {}) }),
    show: (/** @type {Way} */ way, /** @type {string} */ text) => {
      if (way[0] !== "data") return words.show(way, text)
      fault.textContent = text
      return true
    },
    clear: () => words.clear(),
    focus: (/** @type {Way} */ way) => (way[0] === "data" || !way.length ? input.focus() : words.focus(way)),
  }
}

/** @param {File} file @returns {Promise<HTMLCanvasElement>} */
async function scaled(file) {
  const bitmap = await createImageBitmap(file)
  const ratio = Math.min(1, LONGEST / Math.max(bitmap.width, bitmap.height))
  const canvas = made("canvas", { width: Math.max(1, Math.round(bitmap.width * ratio)), height: Math.max(1, Math.round(bitmap.height * ratio)) })
  const paper = canvas.getContext("2d")
  paper.fillStyle = "#fff"
  paper.fillRect(0, 0, canvas.width, canvas.height)
  paper.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  return canvas
}
