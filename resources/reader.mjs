// Reads what ArtistGuard writes, from docs/spec/README.md alone: no dependency, for Node 18 or later and for browsers.
// Ed25519 and SHA-256 come from WebCrypto.

const { subtle } = globalThis.crypto ?? (await import("node:crypto")).webcrypto;
const utf8 = new TextEncoder();
const BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
const CHOICES = ["allow", "no-generative-training", "no-ai-training", "ask", "search-only", "nothing"];
const SIMPLE = ["choice", "origin", "record", "work", "address"];

const must = (holds, why) => {
  if (!holds) throw new Error(why);
};
const hex = (bytes) => Array.from(bytes, (each) => each.toString(16).padStart(2, "0")).join("");
const equal = (one, two) => hex(one) === hex(two);
const join = (...parts) => {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  parts.reduce((at, part) => (whole.set(part, at), at + part.length), 0);
  return whole;
};
const unbase64 = (text) => {
  must(/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text), "not base64");
  const raw = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  must(btoa(String.fromCharCode(...raw)) === text, "not base64 in its canonical spelling");
  return raw;
};
const decimal = (text) => {
  must(/^(?:0|[1-9][0-9]{0,15})$/.test(text), "not a number");
  return BigInt(text);
};
const without = (value, ...names) => Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));

export const sha256 = async (bytes) => new Uint8Array(await subtle.digest("SHA-256", bytes));

/** "Canonical bytes": sorted keys, no white space. */
export const canonical = (value) => utf8.encode(spelled(value));

const spelled = (value) => {
  if (Array.isArray(value)) return `[${value.map(spelled).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const names = Object.keys(value).sort();
    return `{${names.map((name) => `${JSON.stringify(name)}:${spelled(value[name])}`).join(",")}}`;
  }
  must(typeof value === "string" || typeof value === "boolean" || Number.isSafeInteger(value), "not in the grammar");
  return JSON.stringify(value);
};

/** "did:key": the 32 bytes of the Ed25519 key that a name stands for. */
export const publicOf = (did) => {
  must(typeof did === "string" && did.startsWith("did:key:z") && did.length <= 64, "not a did:key");
  let number = 0n;
  for (const letter of did.slice(9)) {
    must(BASE58.includes(letter), "not a did:key");
    number = number * 58n + BigInt(BASE58.indexOf(letter));
  }
  const digits = number.toString(16);
  must(digits.length === 68 && digits.startsWith("ed01"), "not an Ed25519 key");
  return Uint8Array.from(digits.slice(4).match(/../g), (pair) => parseInt(pair, 16));
};

const holds = async (key, signature, message) => {
  const known = await subtle.importKey("raw", key, { name: "Ed25519" }, false, ["verify"]);
  return subtle.verify({ name: "Ed25519" }, known, signature, message);
};

/** "Paths": the root that a path leads to (RFC 9162, 2.1.3.2). */
const climb = async (leaf, index, size, path) => {
  must(index >= 0n && index < size, "there is no such place");
  let [node, at, last] = [leaf, index, size - 1n];
  for (const text of path) {
    const step = unbase64(text);
    must(last > 0n && step.length === 32, "the path is too long");
    const right = (at & 1n) === 1n || at === last;
    node = await sha256(right ? join([1], step, node) : join([1], node, step));
    while (right && at > 0n && (at & 1n) === 0n) [at, last] = [at >> 1n, last >> 1n];
    [at, last] = [at >> 1n, last >> 1n];
  }
  must(last === 0n, "the path is too short");
  return node;
};

const leafOf = async (bytes) => sha256(join([0], bytes));

/** "Signed statement": throws unless its creator signed it and its enclosures are those that she signed. */
export const checkStatement = async (signed) => {
  const { statement, batch } = signed;
  const about = statement.type === "artistguard-key-v1" ? statement.by : statement.creator;
  must(["artistguard-statement-v1", "artistguard-key-v1"].includes(statement.type), "a type of a later version");
  let message = join(utf8.encode(`${statement.type}\0`), canonical(statement));
  if (batch) {
    const size = new Uint8Array(8);
    new DataView(size.buffer).setBigUint64(0, BigInt(batch.size));
    const root = await climb(await leafOf(canonical(statement)), BigInt(batch.index), BigInt(batch.size), batch.path);
    message = join(utf8.encode("artistguard-batch-v1\0"), size, root);
  }
  must(await holds(publicOf(about), unbase64(signed.signature), message), "the creator's signature does not fit");
  for (const each of signed.enclosures ?? []) {
    const digest = hex(await sha256(canonical(each)));
    must(statement.enclosures?.[each.kind] === digest, `the enclosed ${each.kind} are not those that were signed`);
  }
};

/** "Keys of registries": name and 32 bytes out of name+identifier+key. */
export const noteKey = (text) => {
  const [name, , ...rest] = text.trim().split("+");
  const raw = unbase64(rest.join("+"));
  must(name && raw.length === 33 && raw[0] === 1, "not the key of a log");
  return { name, public: raw.slice(1) };
};

/** "Receipt": throws unless the entry stands in the log of that key; returns index and size. */
export const checkReceipt = async (receipt, signed, key) => {
  const entry = canonical(without(signed, "enclosures"));
  const cut = receipt.proof.indexOf("\n\n");
  const [header, ...rows] = receipt.proof.slice(0, cut).split("\n");
  must(cut > 0 && header === "c2sp.org/tlog-proof@v1", "not a proof");
  if (rows[0]?.startsWith("extra ")) rows.shift();
  const [first, ...path] = rows;
  must(first?.startsWith("index "), "the proof names no entry");
  const index = decimal(first.slice(6));
  const note = receipt.proof.slice(cut + 2);
  const below = note.lastIndexOf("\n\n");
  const [text, lines] = [note.slice(0, below + 1), note.slice(below + 2).split("\n").filter(Boolean)];
  const [origin, size, root] = text.split("\n");
  const hint = (await sha256(join(utf8.encode(`${key.name}\n`), [1], key.public))).slice(0, 4);
  const ours = lines
    .map((line) => line.split(" "))
    .filter(([dash, name]) => dash === "\u2014" && name === key.name)
    .map(([, , encoded]) => unbase64(encoded))
    .filter((raw) => equal(raw.slice(0, 4), hint));
  must(origin === key.name && receipt.origin === key.name && ours.length > 0, "the log is not signed with this key");
  for (const raw of ours) {
    must(await holds(key.public, raw.slice(4), utf8.encode(text)), "the signature of the log does not fit");
  }
  const leaf = await leafOf(entry);
  must(receipt.leaf === hex(leaf), "the receipt is for another statement");
  must(BigInt(receipt.index) === index, "receipt and proof name different entries");
  must(equal(await climb(leaf, index, decimal(size), path), unbase64(root)), "the entry is not in this log");
  return { index: Number(index), size: Number(size) };
};

/**
 * "Proof file": everything in it, and which files it speaks of.
 * @param {string} text The file.
 * @param {string[]} known Keys of registries, got elsewhere; only their receipts count.
 * @returns {Promise<{holds: boolean, why: string, stamped: string, statements: object[]}>}
 */
export const checkProof = async (text, known) => {
  const bundle = JSON.parse(text);
  must(bundle.type === "artistguard-proof-v1" && Array.isArray(bundle.proven) && bundle.proven.length, "no proof file");
  const digest = hex(await sha256(canonical(without(bundle, "digest"))));
  const stamped = hex(await sha256(canonical(without(bundle, "digest", "stamps"))));
  const keys = known.map(noteKey);
  const statements = [];
  for (const { signed, receipts } of bundle.proven) statements.push(await proven(signed, receipts, keys));
  const why = digest === bundle.digest ? "" : "the proof file was changed after it was made";
  return { holds: !why && statements.every((each) => each.holds), why, stamped, statements };
};

const proven = async (signed, receipts, keys) => {
  const { record, choice, creator } = signed.statement;
  const files = (signed.statement.fingerprints ?? []).filter((each) => each.name === "sha256").map((each) => each.value);
  try {
    await checkStatement(signed);
    const key = keys.find((each) => receipts.some((receipt) => receipt.origin === each.name));
    must(key, "no receipt of a registry that is known");
    const receipt = receipts.find((each) => each.origin === key.name);
    return { holds: true, why: "", record, choice, creator, files, registry: key.name, ...(await checkReceipt(receipt, signed, key)) };
  } catch (problem) {
    return { holds: false, why: problem.message, record, files: [] };
  }
};

/** "Tags": what a list of [key, value] says in our own words. */
export const readTags = (tags) => {
  const found = {};
  for (const [key, value] of tags) {
    const name = /^artistguard-(.+)$/i.exec(key)?.[1].toLowerCase().replaceAll("-", "_");
    if (name && !(name in found)) found[name] = value;
  }
  return sorted(found);
};

/** "XMP": what a packet says in our own namespace, whatever prefix it goes by. */
export const readXmp = (packet) => {
  const found = {};
  for (const [, prefix] of packet.matchAll(/xmlns:([\w.-]+)\s*=\s*["']urn:artistguard:ns:1\/["']/g)) {
    const inside = new RegExp(`<${prefix}:fingerprints\\b[^>]*>([\\s\\S]*?)</${prefix}:fingerprints>`).exec(packet)?.[1] ?? "";
    const elements = new RegExp(`<${prefix}:([\\w]+)>([^<]*)</${prefix}:`, "g");
    const attributes = new RegExp(`\\s${prefix}:([\\w]+)\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, "g");
    for (const [, name, value] of inside.matchAll(elements)) found[name] ??= plain(value);
    for (const [, name, one, two] of packet.matchAll(attributes)) if (SIMPLE.includes(name)) found[name] ??= plain(one ?? two);
    for (const [, name, value] of packet.matchAll(elements)) if (SIMPLE.includes(name)) found[name] ??= plain(value);
  }
  return sorted(found);
};

const plain = (text) =>
  text.replace(/&(?:#x([0-9a-fA-F]+)|#([0-9]+)|(lt|gt|amp|quot|apos));/g, (_, sixteen, ten, name) =>
    name ? { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" }[name] : String.fromCodePoint(parseInt(sixteen ?? ten, sixteen ? 16 : 10)),
  );

const sorted = (found) => {
  const word = (found.choice ?? "").trim().toLowerCase();
  const simple = Object.fromEntries(SIMPLE.map((name) => [name, found[name] ?? ""]));
  return { ...simple, choice: CHOICES.includes(word) ? word : "", fingerprints: without(found, ...SIMPLE) };
};
