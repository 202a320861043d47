package main

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"sort"

	"golang.org/x/mod/sumdb/tlog"
)

// leaf is what an index has of one tag.
type leaf struct {
	Tag    string `json:"tag"`
	Count  int64  `json:"count"`
	Last   int64  `json:"last"`
	Digest string `json:"digest"`
}

func (l leaf) bytes() []byte {
	return []byte(fmt.Sprintf(`{"count":%d,"digest":"%s","last":%d,"tag":"%s"}`, l.Count, l.Digest, l.Last, l.Tag))
}

// placedLeaf stands at a place of an index, with the hashes that lead to its root.
type placedLeaf struct {
	At     int64    `json:"at"`
	Leaf   leaf     `json:"leaf"`
	Hashes []string `json:"hashes"`
}

// claim is what an index record says.
type claim struct {
	size, tags int64
	root       tlog.Hash
}

func claimOf(body []byte) *claim {
	record := parseRecord(body)
	if record.text("phase") != "index" {
		return nil
	}
	c := &claim{size: record.number("size"), tags: record.number("tags")}
	root, err := hex.DecodeString(record.text("root"))
	if err != nil || len(root) != len(c.root) {
		return nil
	}
	copy(c.root[:], root)
	return c
}

func (c *claim) has(placed *placedLeaf) bool {
	hashes, err := parseHashes(placed.Hashes)
	if err != nil || placed.At < 0 || placed.At >= c.tags {
		return false
	}
	return tlog.CheckRecord(tlog.RecordProof(hashes), c.tags, c.root, placed.At, tlog.RecordHash(placed.Leaf.bytes())) == nil
}

// digests chains indexes: SHA-256(digest before, big-endian index).
func digestOf(indexes []int64) string {
	var digest [sha256.Size]byte
	for _, index := range indexes {
		digest = sha256.Sum256(binary.BigEndian.AppendUint64(digest[:], uint64(index)))
	}
	return hex.EncodeToString(digest[:])
}

// checkCompleteness holds the records of a bundle about one person against an index of the log.
func (b *bundle) checkCompleteness(proven map[int64][]byte) {
	if !b.has("subjects.json") {
		return
	}
	var tags []string
	var index struct {
		Record int64 `json:"record"`
		Proofs []struct {
			Tag   string      `json:"tag"`
			Found *placedLeaf `json:"found"`
			Left  *placedLeaf `json:"left"`
			Right *placedLeaf `json:"right"`
		} `json:"proofs"`
	}
	if err := json.Unmarshal(b.read("subjects.json"), &tags); err != nil || len(tags) == 0 {
		b.fault("MALFORMED", "subjects.json", fmt.Errorf("it is no list of tags"))
		return
	}
	if err := json.Unmarshal(b.read("index.json"), &index); err != nil {
		b.fault("MALFORMED", "index.json", err)
		return
	}
	said := claimOf(proven[index.Record])
	if said == nil || said.size > index.Record {
		b.fault("MISSING", fmt.Sprintf("records/%d.json", index.Record), fmt.Errorf("the index record is not there, or not proven"))
		return
	}
	here := indexesByTag(proven, said.size)
	for _, tag := range tags {
		fault := fmt.Errorf("nothing says how many records there are of it")
		for _, proof := range index.Proofs {
			switch {
			case proof.Tag != tag:
				continue
			case proof.Found == nil:
				fault = checkAbsence(tag, proof.Left, proof.Right, said, here[tag])
			default:
				fault = checkPresence(tag, proof.Found, said, here[tag])
			}
		}
		if fault != nil {
			b.fault("INCOMPLETE", "index.json", fmt.Errorf("%s: %w", tag, fault))
		}
	}
}

func checkPresence(tag string, found *placedLeaf, said *claim, here []int64) error {
	if found.Leaf.Tag != tag || !said.has(found) {
		return fmt.Errorf("what is said of it does not lead to the index record")
	}
	if found.Leaf.Count != int64(len(here)) || len(here) == 0 || found.Leaf.Last != here[len(here)-1] || found.Leaf.Digest != digestOf(here) {
		return fmt.Errorf("the index counts %d records, and %d are here", found.Leaf.Count, len(here))
	}
	return nil
}

func checkAbsence(tag string, left, right *placedLeaf, said *claim, here []int64) error {
	from, to := int64(-1), said.tags
	if left != nil {
		from = left.At
		if left.Leaf.Tag >= tag || !said.has(left) {
			return fmt.Errorf("the leaf before it is not in the index")
		}
	}
	if right != nil {
		to = right.At
		if right.Leaf.Tag <= tag || !said.has(right) {
			return fmt.Errorf("the leaf after it is not in the index")
		}
	}
	if from+1 != to {
		return fmt.Errorf("something stands between its neighbours")
	}
	if len(here) > 0 {
		return fmt.Errorf("the index has nothing of it, and %d records are here", len(here))
	}
	return nil
}

// indexesByTag lists in their order the records below size that name each tag.
func indexesByTag(proven map[int64][]byte, size int64) map[string][]int64 {
	byTag := map[string][]int64{}
	for index, body := range proven {
		if index >= size {
			continue
		}
		for tag := range parseRecord(body).subjects() {
			byTag[tag] = append(byTag[tag], index)
		}
	}
	for _, indexes := range byTag {
		sort.Slice(indexes, func(i, j int) bool { return indexes[i] < indexes[j] })
	}
	return byTag
}

// checkIndexRecords computes every index record of the whole log again.
func (b *bundle) checkIndexRecords(bodies [][]byte) {
	for index, body := range bodies {
		if parseRecord(body).text("phase") != "index" {
			continue
		}
		said := claimOf(body)
		where := fmt.Sprintf("record %d", index)
		if said == nil || said.size < 0 || said.size > int64(index) {
			b.fault("INDEX_FALSE", where, fmt.Errorf("it covers what it cannot know"))
			continue
		}
		if tags, root := indexOf(bodies[:said.size]); tags != said.tags || root != said.root {
			b.fault("INDEX_FALSE", where, fmt.Errorf("it does not say what the records before it say"))
		}
	}
}

func indexOf(bodies [][]byte) (int64, tlog.Hash) {
	proven := map[int64][]byte{}
	for index, body := range bodies {
		proven[int64(index)] = body
	}
	byTag := indexesByTag(proven, int64(len(bodies)))
	var tags []string
	for tag := range byTag {
		tags = append(tags, tag)
	}
	sort.Strings(tags)
	if len(tags) == 0 {
		return 0, tlog.Hash(sha256.Sum256(nil))
	}
	var stored []tlog.Hash
	reader := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		var hashes []tlog.Hash
		for _, index := range indexes {
			hashes = append(hashes, stored[index])
		}
		return hashes, nil
	})
	for number, tag := range tags {
		indexes := byTag[tag]
		said := leaf{tag, int64(len(indexes)), indexes[len(indexes)-1], digestOf(indexes)}
		added, err := tlog.StoredHashes(int64(number), said.bytes(), reader)
		if err != nil {
			return -1, tlog.Hash{}
		}
		stored = append(stored, added...)
	}
	root, err := tlog.TreeHash(int64(len(tags)), reader)
	if err != nil {
		return -1, tlog.Hash{}
	}
	return int64(len(tags)), root
}
