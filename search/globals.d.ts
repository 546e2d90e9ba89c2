/** What the built scripts and the index set for each other. */
import type { Data } from "./lexicon.js"
import type { Found } from "./engine.js"
import type { Setting } from "./results.js"

declare global {
  var cariMesin: (data: Data, setting: Setting) => (text: string) => Found
  var cariIndeks: Data
  var cariCuplikan: typeof import("./snippet.js").snippetOf
  var cariTempat: string | undefined
}
