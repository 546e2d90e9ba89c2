/** What the built script gives to whoever loads it. */
import { searchIn } from "./engine.js"

self.cariMesin = searchIn
