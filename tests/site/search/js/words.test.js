import assert from "node:assert/strict"
import test from "node:test"
import { byRules, stripped } from "../search/roots.js"
import { distance, lettersOf, mayBeNear, slips } from "../search/typos.js"
import { wordsOf } from "../search/words.js"

test("words are small letters and digits, whatever stands between them", () => {
  assert.deepEqual(wordsOf("Anak-anak, obat-obatan: é!"), ["anak", "anak", "obat", "obatan", "e"])
  assert.deepEqual(wordsOf("anak2, obat2an; km2 co2"), ["anak", "obat", "an", "km2", "co2"])
  assert.deepEqual(wordsOf("0811-8165-165, Rp42.000, 6 bulan"), ["08118165165", "rp42000", "6", "bulan"])
})

test("a hospital is one word, and no ill house", () => {
  assert.deepEqual(wordsOf("Rumah Sakit itu"), ["rumahsakit", "itu"])
  assert.deepEqual(wordsOf("rumah sakitnya, rumah orang sakit"), ["rumah", "sakitnya", "rumah", "orang", "sakit"])
})

test("short words have no affixes", () => {
  assert.equal(byRules("ibu"), "ibu")
  assert.equal(byRules("mendaftarkan"), "daftar")
})

test("what is left without affixes has the letters back that a nasal took", () => {
  const left = {
    sabulan: "bulan", ndaftar: "daftar", mbayar: "bayar",
    mayar: "bayar",
    nyicil: "cicil", ngambil: "ambil", ngirim: "kirim", nanya: "tanya", mukul: "pukul", menyapu: "sapu", bayarin: "bayar",
    memulangkan: "pulang", mengaktifkannya: "aktif", dipulangkan: "pulang", berobatlah: "obat", kartunya: "kartu",
  }
  for (const [word, root] of Object.entries(left)) assert.ok(stripped(word).includes(root), `${word}: ${stripped(word)}`)
  assert.equal(stripped("bayar")[0], "bayar")
})

test("a slip is a letter more, less or another, or two that changed places", () => {
  assert.equal(distance("iuran", "iuran", 2), 0)
  assert.equal(distance("iurn", "iuran", 2), 1)
  assert.equal(distance("bpjss", "bpjs", 2), 1)
  assert.equal(distance("dafatr", "daftar", 2), 1)
  assert.equal(distance("puskesmes", "puskesmas", 2), 1)
  assert.equal(distance("bayar", "lahir", 2), 3)
  assert.equal(distance("a".repeat(99), "a".repeat(99), 2), 3)
})

test("distances are those of a plain table", () => {
  const plain = (a, b) => {
    const d = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => (i && j ? 0 : i + j)))
    for (let i = 1; i <= a.length; i++) for (let j = 1; j <= b.length; j++) {
      d[i][j] = Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1)
    }
    return d[a.length][b.length]
  }
  let seed = 7
  const any = (n) => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) % n
  for (let k = 0; k < 3000; k++) {
    const [a, b] = [0, 1].map(() => Array.from({ length: any(8) }, () => "abcd"[any(4)]).join(""))
    const most = any(4)
    const real = plain(a, b)
    assert.equal(distance(a, b, most), Math.min(real, most + 1), `${a} ${b} ${most}`)
    if (real <= most) assert.ok(mayBeNear(lettersOf(a), lettersOf(b), most))
  }
})

test("the longer a word, the more slips it may have", () => {
  assert.deepEqual([3, 4, 6, 7, 12].map(slips), [0, 1, 1, 2, 2])
})
