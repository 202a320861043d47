package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"strings"

	"golang.org/x/mod/sumdb/tlog"
)

const tileHeight = 8

// checkWholeLog computes the log again from its records and holds root, tiles and index records against it. It answers the hashes of the
// records, and nil where the bundle does not have the whole log.
func (b *bundle) checkWholeLog(now *head) []tlog.Hash {
	if !b.has("tile") {
		return nil
	}
	bodies := b.readEntries(now.size)
	var stored, leaves []tlog.Hash
	reader := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		var hashes []tlog.Hash
		for _, index := range indexes {
			hashes = append(hashes, stored[index])
		}
		return hashes, nil
	})
	for index, body := range bodies {
		leaf := tlog.RecordHash(body)
		leaves = append(leaves, leaf)
		added, err := tlog.StoredHashesForRecordHash(int64(index), leaf, reader)
		if err != nil {
			b.fault("MALFORMED", "tile/entries", err)
			return nil
		}
		stored = append(stored, added...)
	}
	if int64(len(bodies)) != now.size {
		b.fault("TAIL_MISSING", "tile/entries", fmt.Errorf("%d records were published, and %d are there", now.size, len(bodies)))
		return leaves
	}
	root, err := tlog.TreeHash(now.size, reader)
	if err != nil || root != now.root {
		b.fault("LOG_REWRITTEN", "checkpoint", fmt.Errorf("the records do not lead to its root"))
	}
	for _, tile := range tilesOf(now.size) {
		path := strings.Replace(tile.Path(), fmt.Sprintf("tile/%d/", tileHeight), "tile/", 1)
		expected, err := tlog.ReadTileData(tile, reader)
		if err != nil || !bytes.Equal(expected, b.read(path)) {
			b.fault("TILE_CHANGED", path, fmt.Errorf("it is not what the records add up to"))
		}
	}
	b.checkIndexRecords(bodies)
	return leaves
}

// readEntries reads the records of all bundles of entries, up to the first that is missing or cut.
func (b *bundle) readEntries(size int64) [][]byte {
	var bodies [][]byte
	for _, tile := range tilesOf(size) {
		if tile.L != 0 {
			continue
		}
		path := strings.Replace(tile.Path(), fmt.Sprintf("tile/%d/0/", tileHeight), "tile/entries/", 1)
		content := b.read(path)
		count := 0
		for len(content) >= 2 {
			length := int(binary.BigEndian.Uint16(content))
			if len(content) < 2+length {
				break
			}
			bodies = append(bodies, content[2:2+length])
			content = content[2+length:]
			count++
		}
		if len(content) != 0 || count != tile.W {
			b.fault("MALFORMED", path, fmt.Errorf("%d records must be here", tile.W))
			return bodies
		}
	}
	return bodies
}

// tilesOf lists the tiles of a log of that size, the lowest first. NewTiles would also list every narrower one of each last tile.
func tilesOf(size int64) []tlog.Tile {
	var tiles []tlog.Tile
	for _, tile := range tlog.NewTiles(tileHeight, 0, size) {
		if last := len(tiles) - 1; last >= 0 && tiles[last].L == tile.L && tiles[last].N == tile.N {
			tiles[last] = tile
		} else {
			tiles = append(tiles, tile)
		}
	}
	return tiles
}
