/* One behaviour a module, bound by data- attributes; every page works without them. */
import { confirming } from "./confirm.js";
import { drafts, forgetSent } from "./drafts.js";
import { finders } from "./finder.js";
import { keys } from "./keys.js";
import { closing } from "./closing.js";
import { printing } from "./printing.js";

keys(document);
forgetSent(document);
drafts(document);
finders(document);
confirming(document);
closing(document);
printing(document);
document.addEventListener("htmx:load", (event) => {
  drafts(event.target);
  finders(event.target);
});
