package main

import (
	"encoding/hex"
	"encoding/json"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/tlog"
)

// checkRecords answers the records that are proven, by their indexes.
func (b *bundle) checkRecords(now *head) map[int64][]byte {
	proven := map[int64][]byte{}
	files, _ := filepath.Glob(filepath.Join(b.directory, "records", "*"))
	for _, file := range files {
		path := "records/" + filepath.Base(file)
		name := strings.TrimSuffix(strings.TrimSuffix(path, ".json"), ".tlog-proof")
		if strings.HasSuffix(path, ".json") && !b.has(name+".tlog-proof") {
			b.fault("MISSING", path, fmt.Errorf("it has no proof"))
		}
		if !strings.HasSuffix(path, ".tlog-proof") {
			continue
		}
		index, err := strconv.ParseInt(filepath.Base(name), 10, 64)
		if err != nil {
			b.fault("MALFORMED", path, err)
			continue
		}
		body := b.read(name + ".json")
		if body == nil {
			b.fault("MISSING", name+".json", fmt.Errorf("there is a proof of it, and it is not there"))
			continue
		}
		if err := checkProof(string(b.read(path)), body, index, now); err != nil {
			b.fault("PROOF_CHANGED", name, err)
			continue
		}
		proven[index] = body
	}
	return proven
}

// checkProof checks a C2SP tlog-proof of the record at index.
func checkProof(proof string, body []byte, index int64, now *head) error {
	parts := strings.SplitN(proof, "\n\n", 2)
	lines := strings.Split(parts[0], "\n")
	if len(parts) != 2 || lines[0] != "c2sp.org/tlog-proof@v1" || len(lines) < 2 {
		return fmt.Errorf("it is no proof")
	}
	lines = lines[1:]
	if extra := strings.TrimPrefix(lines[0], "extra "); extra != lines[0] {
		hash, err := parseHash(extra)
		if err != nil || hash != tlog.RecordHash(body) {
			return fmt.Errorf("the hash in the proof is not that of the record")
		}
		lines = lines[1:]
	}
	if len(lines) == 0 || lines[0] != fmt.Sprintf("index %d", index) {
		return fmt.Errorf("the proof is of another record")
	}
	if !strings.HasPrefix(parts[1], now.text+"\n") {
		return fmt.Errorf("the proof is of another checkpoint")
	}
	hashes, err := parseHashes(lines[1:])
	if err != nil {
		return err
	}
	return tlog.CheckRecord(tlog.RecordProof(hashes), now.size, now.root, index, tlog.RecordHash(body))
}

// checkReceipts holds what was promised against what is there.
func (b *bundle) checkReceipts(now *head, records map[int64][]byte, whole []tlog.Hash) {
	written := b.read("receipts.json")
	if written == nil {
		return
	}
	var receipts []struct {
		Index    int64  `json:"index"`
		LeafHash string `json:"leafHash"`
	}
	if err := json.Unmarshal(written, &receipts); err != nil {
		b.fault("MALFORMED", "receipts.json", err)
		return
	}
	for _, receipt := range receipts {
		where := fmt.Sprintf("receipts.json, record %d", receipt.Index)
		var hash tlog.Hash
		switch {
		case receipt.Index < 0 || receipt.Index >= now.size:
			b.fault("TAIL_MISSING", where, fmt.Errorf("the log has %d records", now.size))
			continue
		case records[receipt.Index] != nil:
			hash = tlog.RecordHash(records[receipt.Index])
		case receipt.Index < int64(len(whole)):
			hash = whole[receipt.Index]
		default:
			b.fault("MISSING", where, fmt.Errorf("nothing here proves it"))
			continue
		}
		if hex.EncodeToString(hash[:]) != receipt.LeafHash {
			b.fault("RECEIPT_BROKEN", where, fmt.Errorf("another record stands in its place"))
		}
	}
}
