// A second verifier of bundles of the access log. It shares no line with the first one, nor a language: tree and notes are checked by
// golang.org/x/mod/sumdb, which the Go project keeps for its own log. See docs/access-log.md for the form of a bundle.
//
//	GO111MODULE=off GOPATH=/usr/share/gocode go run ./integration-tests/verifier BUNDLE [POLICY]
//
// Exit status 0: it agrees. 1: something is wrong, and named. 2: it could not be checked.
package main

import (
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	if len(os.Args) < 2 || len(os.Args) > 3 {
		fmt.Fprintln(os.Stderr, "usage: verifier BUNDLE [POLICY]")
		os.Exit(2)
	}
	policy := filepath.Join(os.Args[1], "policy")
	if len(os.Args) == 3 {
		policy = os.Args[2]
	}
	bundle := &bundle{directory: os.Args[1]}
	summary := bundle.verify(policy)
	for _, fault := range bundle.faults {
		fmt.Println(fault)
	}
	if len(bundle.faults) > 0 {
		fmt.Println("DISAGREES")
		os.Exit(1)
	}
	fmt.Println("agrees:", summary)
}

func (b *bundle) verify(policyFile string) string {
	trusted, err := readPolicy(policyFile)
	if err != nil {
		b.fault("MALFORMED", "policy", err)
		return ""
	}
	head, cosigned := b.openCheckpoint("checkpoint", trusted)
	if head == nil {
		return ""
	}
	if !trusted.quorum(cosigned) {
		b.fault("QUORUM_MISSING", "checkpoint", fmt.Errorf("cosigned by %d witnesses", len(cosigned)))
	}
	b.checkSeen(trusted, head)
	records := b.checkRecords(head)
	whole := b.checkWholeLog(head)
	b.checkCompleteness(records)
	b.checkReceipts(head, records, whole)
	count := len(records)
	if whole != nil {
		count = len(whole)
	}
	return fmt.Sprintf("%d records of %d, cosigned by %d witnesses", count, head.size, len(cosigned))
}
