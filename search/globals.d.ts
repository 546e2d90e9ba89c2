/** What the built scripts and the index set for each other. */
import type { Data, More } from "./lexicon.js"
import type { Found } from "./engine.js"
import type { Setting } from "./results.js"

declare global {
  var cariMesin: (data: Data, setting: Setting, fetch?: () => More | undefined, translation?: More) => (text: string) => Found
  var cariIndeks: Data
  var cariLebih: More | undefined
  var cariBahasa: More | undefined
  var cariCuplikan: typeof import("./snippet.js").snippetOf
}
