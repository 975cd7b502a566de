/* One behaviour a module, bound by data- attributes; every page works without them. */
import { confirming } from "./confirm.js";
import { drafts, forgetSent } from "./drafts.js";
import { finders } from "./finder.js";
import { filling } from "./fill.js";
import { keys } from "./keys.js";
import { closing } from "./closing.js";
import { opening } from "./opening.js";
import { photos } from "./photos.js";
import { picks } from "./picks.js";
import { copying } from "./copying.js";
import { printing } from "./printing.js";
import { sending, sendWaiting } from "./sending.js";

keys(document);
forgetSent(document);
drafts(document);
finders(document);
confirming(document);
closing(document);
copying(document);
printing(document);
filling(document);
opening(document);
picks(document);
photos(document);
sending(document);
sendWaiting();
addEventListener("online", sendWaiting);
const renew = (root) => {
  drafts(root);
  finders(root);
  picks(root);
  photos(root);
  sending(root);
};
document.addEventListener("htmx:load", (event) => renew(event.target));
document.addEventListener("kn:renewed", () => renew(document));
