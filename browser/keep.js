/** "Simpan di HP": keeps the whole site on the phone, when somebody asks for it. How much that is, is told before. */

/** @param {HTMLElement | null} section @param {URL} root */
export async function keepOf(section, root) {
  if (!section || !navigator.serviceWorker || location.protocol === "file:") return
  const button = section.querySelector("button")
  const news = section.querySelector("[role=status]")
  try {
    const { besar, berkas } = await (await fetch(new URL("assets/simpan.json", root))).json()
    button.textContent = `${button.textContent} (${megabytes(besar)})`
    section.hidden = false
    button.addEventListener("click", () => keep(button, news, Object.keys(berkas).length, root))
  } catch { /* not now */ }
}

async function keep(button, news, count, root) {
  button.disabled = true
  news.textContent = "Menyimpan …"
  await navigator.serviceWorker.register(new URL("sw.js", root))
  const { active } = await navigator.serviceWorker.ready
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = ({ data: [done] }) => {
    if (Number.isInteger(done)) news.textContent = `Menyimpan: ${done} dari ${count} berkas`
    else news.textContent = done === "ya" ? "Tersimpan. Situs ini dapat dibuka tanpa internet." : "Belum lengkap. Tekan lagi."
    button.disabled = Number.isInteger(done)
  }
  active.postMessage("simpan", [port2])
}

const megabytes = (bytes) => `${(Math.max(bytes, 1e5) / 1e6).toFixed(1).replace(".", ",")} MB`
