package main

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
)

// policy is a C2SP tlog-policy: whom to believe.
type policy struct {
	logs      []note.Verifier
	witnesses map[string]note.Verifier
	quorum    func(cosigned map[string]bool) bool
}

func readPolicy(file string) (*policy, error) {
	content, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	p := &policy{witnesses: map[string]note.Verifier{}}
	rules := map[string]func(map[string]bool) bool{"none": func(map[string]bool) bool { return true }}
	for _, line := range strings.Split(string(content), "\n") {
		words := strings.Fields(line)
		if len(words) == 0 || strings.HasPrefix(words[0], "#") {
			continue
		}
		switch {
		case words[0] == "log" && len(words) >= 2:
			verifier, err := note.NewVerifier(words[1])
			if err != nil {
				return nil, err
			}
			p.logs = append(p.logs, verifier)
		case words[0] == "witness" && len(words) >= 3:
			verifier, err := newCosignatureVerifier(words[2])
			if err != nil {
				return nil, err
			}
			name := words[1]
			p.witnesses[name] = verifier
			rules[name] = func(cosigned map[string]bool) bool { return cosigned[name] }
		case words[0] == "group" && len(words) >= 4:
			rule, err := groupOf(words[2], words[3:], rules)
			if err != nil {
				return nil, err
			}
			rules[words[1]] = rule
		case words[0] == "quorum" && len(words) == 2 && p.quorum == nil && rules[words[1]] != nil:
			p.quorum = rules[words[1]]
		default:
			return nil, fmt.Errorf("a line of the policy cannot be read: %s", words[0])
		}
	}
	if p.quorum == nil {
		return nil, fmt.Errorf("the policy has no quorum")
	}
	return p, nil
}

func groupOf(threshold string, names []string, rules map[string]func(map[string]bool) bool) (func(map[string]bool) bool, error) {
	least := len(names)
	switch threshold {
	case "all":
	case "any":
		least = 1
	default:
		number, err := strconv.Atoi(threshold)
		if err != nil || number < 1 || number > len(names) {
			return nil, fmt.Errorf("a group has no such threshold")
		}
		least = number
	}
	var members []func(map[string]bool) bool
	for _, name := range names {
		if rules[name] == nil {
			return nil, fmt.Errorf("a member of a group is not defined")
		}
		members = append(members, rules[name])
	}
	return func(cosigned map[string]bool) bool {
		count := 0
		for _, member := range members {
			if member(cosigned) {
				count++
			}
		}
		return count >= least
	}, nil
}

// cosignatureVerifier checks `cosignature/v1` of C2SP tlog-cosignature, which x/mod does not know.
type cosignatureVerifier struct {
	name string
	hash uint32
	key  ed25519.PublicKey
}

const timestampedEd25519 = 0x04

func newCosignatureVerifier(written string) (note.Verifier, error) {
	parts := strings.SplitN(written, "+", 3)
	if len(parts) != 3 {
		return nil, fmt.Errorf("a key of a witness cannot be read")
	}
	typed, err := base64.StdEncoding.DecodeString(parts[2])
	if err != nil || len(typed) != 1+ed25519.PublicKeySize || typed[0] != timestampedEd25519 {
		return nil, fmt.Errorf("a key of a witness cannot be read")
	}
	digest := sha256.Sum256(append([]byte(parts[0]+"\n"), typed...))
	hash := binary.BigEndian.Uint32(digest[:4])
	if parts[1] != fmt.Sprintf("%08x", hash) {
		return nil, fmt.Errorf("a key id of a witness does not belong to the key")
	}
	return &cosignatureVerifier{parts[0], hash, typed[1:]}, nil
}

func (v *cosignatureVerifier) Name() string    { return v.name }
func (v *cosignatureVerifier) KeyHash() uint32 { return v.hash }

func (v *cosignatureVerifier) Verify(message, signature []byte) bool {
	if len(signature) != 8+ed25519.SignatureSize {
		return false
	}
	seconds := binary.BigEndian.Uint64(signature[:8])
	signed := fmt.Sprintf("cosignature/v1\ntime %d\n%s", seconds, message)
	return ed25519.Verify(v.key, []byte(signed), signature[8:])
}
