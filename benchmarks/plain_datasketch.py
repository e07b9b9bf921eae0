"""What datasketch makes of the same texts, MinHash and LSH as its documentation shows them; in its own environment.

    python plain_datasketch.py PATTERN < LINES OF JSON (id, text)

Prints the pairs of ids as JSON, and the CPU seconds from texts to pairs. PATTERN finds the tokens.
"""

import json
import re
import sys
import time

from datasketch import MinHash, MinHashLSH

SIZE, PERMUTATIONS, THRESHOLD = 5, 128, 0.5


def main() -> None:
    """Sketch, insert, query."""
    texts = [json.loads(line) for line in sys.stdin]
    begin = time.process_time()
    token = re.compile(sys.argv[1])
    sketches = {text["id"]: sketch(token.findall(text["text"].casefold())) for text in texts}
    index = MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS)
    for key, one in sketches.items():
        index.insert(key, one)
    pairs = {tuple(sorted((key, other))) for key, one in sketches.items() for other in index.query(one) if other != key}
    json.dump({"pairs": sorted(pairs), "seconds": time.process_time() - begin}, sys.stdout)


def sketch(tokens: list[str]) -> MinHash:
    """The MinHash of a text's shingles."""
    one = MinHash(num_perm=PERMUTATIONS)
    one.update_batch([" ".join(tokens[at : at + SIZE]).encode() for at in range(len(tokens) - SIZE + 1)])
    return one


if __name__ == "__main__":
    main()
