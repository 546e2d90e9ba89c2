/**
 * The one script of a site's pages: menu, search and the reader's own kecamatan. A page loads it when somebody
 * first touches one of them (selebaran/data/sentuh.js); until then, and without it, the page works as HTML does.
 */
import { minded } from "./kecamatan.js"
import { menuOf } from "./menu.js"
import { addressesOnPaper } from "./paper.js"
import { searchOf } from "./search.js"

/** Where the site begins: one folder above this file's. */
const root = new URL("..", document.currentScript.src)

menuOf(document.querySelector(".menu-saku"))
minded(root)
addressesOnPaper()
const dialog = document.querySelector(".cari")
if (dialog) searchOf(dialog, root)
