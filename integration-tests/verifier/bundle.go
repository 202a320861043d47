package main

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/sumdb/tlog"
)

type bundle struct {
	directory string
	faults    []string
}

func (b *bundle) fault(code, where string, reason error) {
	b.faults = append(b.faults, fmt.Sprintf("%s %s: %v", code, where, reason))
}

// read answers nil where there is no such file.
func (b *bundle) read(path string) []byte {
	content, err := os.ReadFile(filepath.Join(b.directory, path))
	if err != nil && !os.IsNotExist(err) {
		b.fault("MALFORMED", path, err)
	}
	return content
}

func (b *bundle) has(path string) bool {
	_, err := os.Stat(filepath.Join(b.directory, path))
	return err == nil
}

func parseHash(line string) (tlog.Hash, error) {
	var hash tlog.Hash
	decoded, err := base64.StdEncoding.Strict().DecodeString(line)
	if err != nil || len(decoded) != len(hash) {
		return hash, fmt.Errorf("a line is no hash")
	}
	copy(hash[:], decoded)
	return hash, nil
}

func parseHashes(lines []string) ([]tlog.Hash, error) {
	var hashes []tlog.Hash
	for _, line := range lines {
		hash, err := parseHash(line)
		if err != nil {
			return nil, err
		}
		hashes = append(hashes, hash)
	}
	return hashes, nil
}

func linesOf(text string) []string {
	text = strings.TrimSuffix(text, "\n")
	if text == "" {
		return nil
	}
	return strings.Split(text, "\n")
}

// record is what is read of one: a member counts by its exact name.
type record map[string]json.RawMessage

func parseRecord(body []byte) record {
	var parsed record
	if json.Unmarshal(body, &parsed) != nil {
		return nil
	}
	return parsed
}

func (r record) text(name string) string {
	var text string
	json.Unmarshal(r[name], &text)
	return text
}

func (r record) number(name string) int64 {
	number := int64(-1)
	json.Unmarshal(r[name], &number)
	return number
}

// subjects are the tags that an outcome names, each once.
func (r record) subjects() map[string]bool {
	tags := map[string]bool{}
	if r.text("phase") != "outcome" {
		return tags
	}
	var list []string
	json.Unmarshal(r["subjects"], &list)
	for _, tag := range list {
		tags[tag] = true
	}
	return tags
}
