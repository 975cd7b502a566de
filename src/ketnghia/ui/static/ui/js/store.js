/* What has to wait on the device and is too big for a draft: one small database, three verbs. */
const NAME = "ket-nghia";
const STORE = "waiting";

function open() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function ask(mode, act) {
  const database = await open();
  try {
    return await new Promise((resolve, reject) => {
      const request = act(database.transaction(STORE, mode).objectStore(STORE));
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  } finally {
    database.close();
  }
}

/* A closed or full store loses only what waits, never what is on the page. */
const quietly = (promise, otherwise) => promise.catch(() => otherwise);

export const put = (key, value) => quietly(ask("readwrite", (store) => store.put(value, key)).then(() => true), false);
export const get = (key) => quietly(ask("readonly", (store) => store.get(key)), undefined);
export const remove = (key) => quietly(ask("readwrite", (store) => store.delete(key)), undefined);
export const keys = () => quietly(ask("readonly", (store) => store.getAllKeys()), []);
