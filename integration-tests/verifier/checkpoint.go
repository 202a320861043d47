package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// head is a checkpoint that a log of the policy has signed.
type head struct {
	size int64
	root tlog.Hash
	text string
}

// openCheckpoint answers nil where it is not to be believed; and who has cosigned it, by the names of the policy.
func (b *bundle) openCheckpoint(path string, trusted *policy) (*head, map[string]bool) {
	written := b.read(path)
	if written == nil {
		b.fault("MISSING", path, fmt.Errorf("it is not there"))
		return nil, nil
	}
	opened, err := note.Open(written, note.VerifierList(trusted.logs...))
	if err != nil {
		b.fault("CHECKPOINT_CHANGED", path, err)
		return nil, nil
	}
	parsed, err := parseHead(opened.Text)
	if err == nil && opened.Sigs[0].Name != strings.SplitN(opened.Text, "\n", 2)[0] {
		err = fmt.Errorf("it is signed by another log")
	}
	if err != nil {
		b.fault("CHECKPOINT_CHANGED", path, err)
		return nil, nil
	}
	cosigned := map[string]bool{}
	for name, witness := range trusted.witnesses {
		_, err := note.Open(written, note.VerifierList(witness))
		var unverified *note.UnverifiedNoteError
		if err == nil {
			cosigned[name] = true
		} else if !errors.As(err, &unverified) {
			b.fault("COSIGNATURE_CHANGED", path, err)
		}
	}
	return parsed, cosigned
}

func parseHead(text string) (*head, error) {
	lines := strings.Split(text, "\n")
	if len(lines) != 4 || lines[3] != "" {
		return nil, fmt.Errorf("it is not three lines")
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil || size < 0 || strconv.FormatInt(size, 10) != lines[1] {
		return nil, fmt.Errorf("it has no size")
	}
	root, err := parseHash(lines[2])
	if err != nil {
		return nil, err
	}
	return &head{size, root, text}, nil
}

// checkSeen holds a checkpoint that was seen before against the one of now.
func (b *bundle) checkSeen(trusted *policy, now *head) {
	if !b.has("seen-checkpoint") {
		return
	}
	seen, _ := b.openCheckpoint("seen-checkpoint", trusted)
	if seen == nil {
		return
	}
	if seen.size > now.size {
		b.fault("ROLLED_BACK", "seen-checkpoint", fmt.Errorf("it has %d records, and there are %d", seen.size, now.size))
		return
	}
	if seen.size == now.size {
		if seen.root != now.root {
			b.fault("SPLIT_VIEW", "seen-checkpoint", fmt.Errorf("two roots of one size"))
		}
		return
	}
	proof, err := parseHashes(linesOf(string(b.read("consistency"))))
	if err == nil && seen.size > 0 {
		err = tlog.CheckTree(tlog.TreeProof(proof), now.size, now.root, seen.size, seen.root)
	}
	if err != nil {
		b.fault("SPLIT_VIEW", "consistency", err)
	}
}
