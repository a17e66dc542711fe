// The page /proof: checks proofs and files that are chosen or dropped there. Nothing is sent anywhere; the page's own
// policy forbids it. Texts of others are only ever put in as text.
import { checkProof, readXmp, sha256 } from "./reader.mjs";

const PROOF = "artistguard-proof-v1";
const LARGEST = 1 << 30;
const form = document.getElementById("checking");
const told = document.getElementById("told");
const chosen = document.getElementById("dropped");
const keys = document.getElementById("keys");
const sentences = JSON.parse(form.dataset.sentences);

const made = (name, words = "", className = "") => {
  const element = document.createElement(name);
  element.textContent = words;
  if (className) element.className = className;
  return element;
};
const row = (name, ...inside) => {
  const [whole, what] = [made("div"), made("dd")];
  what.append(...inside);
  whole.append(made("dt", name), what);
  return whole;
};
const verdict = (holds, words, more) => {
  const whole = made("p", "", holds ? "verdict" : "warning");
  whole.append(made("strong", words), ` ${more}`);
  return whole;
};
const hex = (bytes) => Array.from(bytes, (each) => each.toString(16).padStart(2, "0")).join("");

/** A proof as text, or nothing for any other file. */
const proofIn = (bytes) => {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return JSON.parse(text).type === PROOF ? text : "";
  } catch {
    return "";
  }
};

/** What the XMP packet in a file says in ArtistGuard's own words. */
const choiceIn = (bytes) => {
  const text = new TextDecoder("latin1").decode(bytes);
  const start = text.indexOf("<x:xmpmeta");
  const end = text.indexOf("</x:xmpmeta>", start);
  return start < 0 || end < 0 ? "" : readXmp(new TextDecoder().decode(bytes.subarray(start, end))).choice;
};

const statementOf = (each) => {
  const record = made("code", each.record ?? "about a key");
  if (!each.holds) return row("A statement", made("strong", `Does not hold: ${each.why}.`), " ", record);
  const says = each.choice ? sentences[each.choice] : "It is about a key, or takes something back.";
  const signed = [" Signed by ", made("code", each.creator), ", in ", each.registry, ", record ", record, "."];
  return row(`Entry ${each.index}`, made("strong", says), ...signed);
};

const toldOfProof = async ({ name, text }, known) => {
  const found = await checkProof(text, known).catch((problem) => ({ holds: false, why: problem.message, statements: [] }));
  const broken = found.statements.find((each) => !each.holds);
  const words = found.holds ? "This proof holds." : "This proof does not hold.";
  const list = made("dl");
  list.append(...found.statements.map(statementOf));
  const why = found.why || broken?.why || "Every signature, and every place in the log.";
  return { statements: found.statements, parts: [made("h2", name), verdict(found.holds, words, why), list] };
};

const toldOfFile = async ({ name, bytes }, statements) => {
  const digest = hex(await sha256(bytes));
  const about = statements.filter((each) => each.holds && each.files.includes(digest));
  const inside = choiceIn(bytes);
  const list = made("dl");
  const link = made("a", "Ask this registry about exactly this file");
  link.href = `/find?q=${digest}`;
  list.append(
    row("What the file itself says", inside ? sentences[inside] : "Nothing that this page can read."),
    row("SHA-256", made("code", digest)),
    row("Only that number is sent", link),
  );
  const parts = [made("h2", name)];
  if (statements.length) {
    const more = about.length ? `Said by ${about.map((each) => each.creator).join(", ")}.` : "It may have been changed.";
    const words = about.length ? "A statement that holds speaks of exactly this file." : "No statement that holds speaks of exactly this file.";
    parts.push(verdict(about.length > 0, words, more));
  }
  return [...parts, list];
};

const read = async (file) => {
  if (file.size > LARGEST) throw new Error(`${file.name} is too large for a browser; use the commands below`);
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { name: file.name, bytes, text: proofIn(bytes) };
};

const check = async (files) => {
  const known = keys.value.split("\n").map((each) => each.trim()).filter(Boolean);
  const all = await Promise.all(Array.from(files, read));
  const proofs = [];
  for (const each of all.filter((one) => one.text)) proofs.push(await toldOfProof(each, known));
  const statements = proofs.flatMap((each) => each.statements);
  const parts = proofs.flatMap((each) => each.parts);
  for (const each of all.filter((one) => !one.text)) parts.push(...(await toldOfFile(each, statements)));
  return parts;
};

let round = 0;
let last = [];
const show = async (files) => {
  last = files;
  const mine = ++round;
  told.replaceChildren(made("p", "Checking …"));
  const parts = await check(files).catch((problem) => [verdict(false, "This could not be checked.", problem.message)]);
  if (mine === round) told.replaceChildren(...parts);
};

/** Whether this browser can check signatures at all: it needs https, and Ed25519. */
const able = async () => {
  await crypto.subtle.importKey("raw", new Uint8Array(32), { name: "Ed25519" }, false, ["verify"]);
};

const begin = () => {
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  chosen.addEventListener("change", () => show([...chosen.files]));
  keys.addEventListener("change", () => last.length && show(last));
  for (const name of ["dragover", "dragleave", "drop"]) {
    form.addEventListener(name, (event) => {
      event.preventDefault();
      form.classList.toggle("over", name === "dragover");
    });
  }
  form.addEventListener("drop", (event) => show([...event.dataTransfer.files]));
};

able().then(begin, () =>
  told.replaceChildren(verdict(false, "This browser cannot check signatures here.", "Use the commands below.")),
);
