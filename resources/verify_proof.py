"""Check a whole proof of ArtistGuard with nothing but Python 3.9 and OpenSSL 3 (the command), and no code of ours.

Usage: python3 verify_proof.py KEY PROOF.json [FILE ...]      KEY: the registry's, got elsewhere than from the proof
A time stamp lands in PROOF.json.N.tsr: openssl ts -verify -digest (as printed) -in PROOF.json.N.tsr -CAfile ROOT.pem
"""

# fmt: off
import base64, hashlib, json, pathlib, subprocess, sys, tempfile
B58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
un64, sha = base64.b64decode, lambda raw: hashlib.sha256(raw).digest()
text = lambda value: json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
less = lambda value, *names: {name: each for name, each in value.items() if name not in names}
must = lambda holds, why: holds or sys.exit("DOES NOT HOLD: " + why)
def signed(public, signature, message):
    with tempfile.TemporaryDirectory() as folder:
        key, sig, msg = (pathlib.Path(folder, name) for name in ("key", "sig", "msg"))
        key.write_bytes(bytes.fromhex("302a300506032b6570032100") + public)  # RFC 8410: Ed25519, DER
        sig.write_bytes(signature), msg.write_bytes(message)
        command = ["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-rawin", "-inkey", key, "-in", msg]
        must(not subprocess.run([*command, "-sigfile", sig], capture_output=True).returncode, "a signature is wrong")
def root(node, index, size, path):  # RFC 9162, 2.1.3.2
    last = size - 1
    for step in map(un64, path):
        right = index & 1 or index == last
        node = sha(b"\1" + (step + node if right else node + step))
        while right and index and not index & 1:
            index, last = index >> 1, last >> 1
        index, last = index >> 1, last >> 1
    must(last == 0 and index == 0, "a path does not lead to the root")
    return node
def proven(each, name, log):
    whole, words = less(each["signed"], "enclosures"), each["signed"]["statement"]
    number = sum(B58.index(x) * 58**place for place, x in enumerate(words.get("by", words.get("creator"))[:8:-1]))
    message = words["type"].encode() + b"\0" + text(words)
    if batch := whole.get("batch"):
        top = root(sha(b"\0" + text(words)), batch["index"], batch["size"], batch["path"])
        message = b"artistguard-batch-v1\0" + batch["size"].to_bytes(8, "big") + top
    signed(number.to_bytes(34, "big")[2:], un64(whole["signature"]), message)
    for more in each["signed"].get("enclosures", []):
        must(words["enclosures"].get(more["kind"]) == sha(text(more)).hex(), "an enclosure was changed")
    above, note = next(receipt["proof"] for receipt in each["receipts"] if receipt["origin"] == name).split("\n\n", 1)
    (_, index, *path), (note, lines) = above.split("\n"), note.rsplit("\n\n", 1)
    origin, size, top = note.split("\n")[:3]
    ours = [un64(line.split(" ")[2])[4:] for line in lines.splitlines() if line.split(" ")[1] == name]
    must(ours and origin == name, "the log did not sign this")
    [signed(log, signature, note.encode() + b"\n") for signature in ours]
    must(root(sha(b"\0" + text(whole)), int(index[6:]), int(size), path) == un64(top), "it is not in the log")
    return {each["value"] for each in words.get("fingerprints", []) if each["name"] == "sha256"}
(name, _, key), path, digests = sys.argv[1].split("+", 2), sys.argv[2], set()
bundle = json.loads(pathlib.Path(path).read_bytes())
must(sha(text(less(bundle, "digest"))).hex() == bundle["digest"], "the proof was changed after it was made")
for number, stamp in enumerate(bundle.get("stamps", [])):
    pathlib.Path(f"{path}.{number}.tsr").write_bytes(un64(stamp["response"]))
    print("time stamp over", sha(text(less(bundle, "digest", "stamps"))).hex())
for each in bundle["proven"]:
    digests |= proven(each, name, un64(key)[1:])
    print("holds:", each["signed"]["statement"].get("record"), each["signed"]["statement"].get("choice"))
for file in sys.argv[3:]:
    must(hashlib.sha256(pathlib.Path(file).read_bytes()).hexdigest() in digests, f"no statement speaks of {file}")
    print("proven:", file)
