/** For tests: the verdict of each case (with what its file says of it, if anything), and the text of each entry, of what comes in. */

import { readFileSync } from "node:fs"
import { partsOf, textOf } from "../../../form/text.js"
import { verdict } from "../../../form/verdict.js"

const { isian, tempat, kasus, teks } = JSON.parse(readFileSync(0, "utf8"))
console.log(JSON.stringify({
  kasus: kasus.map(([kind, entry, known]) => verdict(kind, entry, isian[kind], tempat, known)),
  teks: teks.map(([kind, entry]) => [textOf(kind, "kab-uji", entry), partsOf(kind, "kab-uji", entry)]),
}))
