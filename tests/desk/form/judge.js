/** For tests: the verdict of each case, and the text of each entry, of what comes in. */

import { readFileSync } from "node:fs"
import { partsOf, textOf } from "../../../form/text.js"
import { verdict } from "../../../form/verdict.js"

const { isian, tempat, kasus, teks } = JSON.parse(readFileSync(0, "utf8"))
console.log(JSON.stringify({
  kasus: kasus.map(([kind, entry]) => verdict(kind, entry, isian[kind], tempat)),
  teks: teks.map(([kind, entry]) => [textOf(kind, "kab-uji", entry), partsOf(kind, "kab-uji", entry)]),
}))
