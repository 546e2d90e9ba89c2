/** The page of downloads in a publication: keeps the whole site for who asks. */
import { keepOf } from "./keep.js"

keepOf(document.querySelector("[data-simpan]"), new URL("..", document.currentScript.src))
