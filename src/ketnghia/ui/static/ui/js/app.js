/* One behaviour a module, bound by data- attributes; every page works without them. */
import { keys } from "./keys.js";
import { drafts } from "./drafts.js";
import { finders } from "./finder.js";

keys(document);
drafts(document);
finders(document);
document.addEventListener("htmx:load", (event) => finders(event.target));
