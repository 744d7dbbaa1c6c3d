// Verifies a log of ours with Go's own code for transparency logs (golang.org/x/mod/sumdb), which shares nothing with it.
//
// Usage: main <folder>. The folder is a log as served (checkpoint, tile/…), with log.vkey, witness.vkey and cases.json beside it.
// Prints one JSON object: what was verified, a verdict for each case in order, and a checkpoint signed here.
package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const height = 8

// A proof to be judged: of a record (leaf at index in a tree of size) or of a tree (oldSize within size).
type proofCase struct {
	Kind    string
	Size    int64
	Root    []byte
	Index   int64
	Leaf    []byte
	OldSize int64
	OldRoot []byte
	Proof   [][]byte
}

type answer struct {
	Size      int64    `json:"size"`
	Entries   int64    `json:"entries"`
	Tiles     int      `json:"tiles"`
	Witnessed uint64   `json:"witnessed"`
	Verdicts  []bool   `json:"verdicts"`
	Refused   []string `json:"refused"`
	Vkey      string   `json:"vkey"`
	Signed    string   `json:"signed"`
}

func must[T any](value T, err error) T {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	return value
}

func fail(format string, args ...any) {
	fmt.Fprintf(os.Stderr, format+"\n", args...)
	os.Exit(1)
}

// Where C2SP puts a tile; Go's own Path has the height in it.
func tilePath(folder, level string, n int64, w int) string {
	path := fmt.Sprintf("%03d", n%1000)
	for n >= 1000 {
		n /= 1000
		path = fmt.Sprintf("x%03d/%s", n%1000, path)
	}
	if w < 1<<height {
		path += fmt.Sprintf(".p/%d", w)
	}
	return filepath.Join(folder, "tile", level, path)
}

// Reads tiles from the folder; TileHashReader checks each against the root.
type folderTiles struct{ folder string }

func (f *folderTiles) Height() int { return height }

func (f *folderTiles) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var data [][]byte
	for _, tile := range tiles {
		content, err := os.ReadFile(tilePath(f.folder, strconv.Itoa(tile.L), tile.N, tile.W))
		if err != nil {
			return nil, err
		}
		data = append(data, content)
	}
	return data, nil
}

func (f *folderTiles) SaveTiles([]tlog.Tile, [][]byte) {}

// A witness's key (signature type 4), written from tlog-cosignature.md: Go's package knows type 1 only.
type witnessKey struct {
	name string
	hash uint32
	key  ed25519.PublicKey
	time uint64
}

func (w *witnessKey) Name() string    { return w.name }
func (w *witnessKey) KeyHash() uint32 { return w.hash }
func (w *witnessKey) Verify(text, signature []byte) bool {
	if len(signature) != 8+ed25519.SignatureSize {
		return false
	}
	w.time = binary.BigEndian.Uint64(signature)
	message := fmt.Sprintf("cosignature/v1\ntime %d\n%s", w.time, text)
	return ed25519.Verify(w.key, []byte(message), signature[8:])
}

func parseWitness(vkey string) *witnessKey {
	parts := strings.SplitN(vkey, "+", 3)
	material := must(base64.StdEncoding.DecodeString(parts[2]))
	digest := sha256.Sum256(append([]byte(parts[0]+"\n"), material...))
	if material[0] != 4 || fmt.Sprintf("%x", digest[:4]) != parts[1] {
		fail("witness.vkey is not a cosigning key")
	}
	return &witnessKey{name: parts[0], hash: binary.BigEndian.Uint32(digest[:]), key: material[1:]}
}

func parseTree(text string) tlog.Tree {
	lines := strings.Split(text, "\n")
	size := must(strconv.ParseInt(lines[1], 10, 64))
	return tlog.Tree{N: size, Hash: must(tlog.ParseHash(lines[2]))}
}

func toHash(content []byte) (hash tlog.Hash) {
	copy(hash[:], content)
	return hash
}

func judge(c proofCase) bool {
	var proof []tlog.Hash
	for _, content := range c.Proof {
		proof = append(proof, toHash(content))
	}
	if c.Kind == "record" {
		return tlog.CheckRecord(proof, c.Size, toHash(c.Root), c.Index, toHash(c.Leaf)) == nil
	}
	return tlog.CheckTree(proof, c.Size, toHash(c.Root), c.OldSize, toHash(c.OldRoot)) == nil
}

// Hashes every entry of every bundle and holds it against the leaf that the authenticated tiles tell.
func countEntries(folder string, tree tlog.Tree, hashes tlog.HashReader) (count int64) {
	for n := int64(0); n<<height < tree.N; n++ {
		width := tree.N - n<<height
		if width > 1<<height {
			width = 1 << height
		}
		var indexes []int64
		for at := int64(0); at < width; at++ {
			indexes = append(indexes, tlog.StoredHashIndex(0, count+at))
		}
		rest := must(os.ReadFile(tilePath(folder, "entries", n, int(width))))
		for _, leaf := range must(hashes.ReadHashes(indexes)) {
			length := binary.BigEndian.Uint16(rest)
			entry := rest[2 : 2+length]
			rest = rest[2+length:]
			if leaf != tlog.RecordHash(entry) {
				fail("entry %d is not the leaf of its tile", count)
			}
			count++
		}
		if len(rest) != 0 {
			fail("bundle %d has bytes behind its entries", n)
		}
	}
	return count
}

func main() {
	folder := os.Args[1]
	read := func(name string) []byte { return must(os.ReadFile(filepath.Join(folder, name))) }
	logKey := must(note.NewVerifier(string(read("log.vkey"))))
	witness := parseWitness(string(read("witness.vkey")))
	checkpoint := read("checkpoint")
	opened := must(note.Open(checkpoint, note.VerifierList(logKey, witness)))
	if len(opened.Sigs) != 2 || len(opened.UnverifiedSigs) != 0 {
		fail("the checkpoint is not signed by log and witness: %d signatures hold", len(opened.Sigs))
	}
	tree := parseTree(opened.Text)
	result := answer{Size: tree.N, Witnessed: witness.time, Verdicts: []bool{}, Refused: []string{}}

	hashes := tlog.TileHashReader(tree, &folderTiles{folder})
	result.Entries = countEntries(folder, tree, hashes)
	if root := must(tlog.TreeHash(tree.N, hashes)); root != tree.Hash {
		fail("the tiles have another root than the checkpoint")
	}
	// Every tile that Go says a log of this size has, byte by byte as its reader rebuilds it.
	all := tlog.NewTiles(height, 0, tree.N)
	for at, tile := range all {
		// Go lists every width that a partial tile may have had; the last is the one that is there.
		if at+1 < len(all) && all[at+1].L == tile.L && all[at+1].N == tile.N {
			continue
		}
		content := must(os.ReadFile(tilePath(folder, strconv.Itoa(tile.L), tile.N, tile.W)))
		if !bytes.Equal(content, must(tlog.ReadTileData(tile, hashes))) {
			fail("tile %v differs", tile)
		}
		result.Tiles++
	}

	var cases []proofCase
	if err := json.Unmarshal(read("cases.json"), &cases); err != nil {
		fail("cases.json: %v", err)
	}
	for _, c := range cases {
		result.Verdicts = append(result.Verdicts, judge(c))
	}
	var forged []string
	if err := json.Unmarshal(read("forged.json"), &forged); err != nil {
		fail("forged.json: %v", err)
	}
	for _, text := range forged {
		_, err := note.Open([]byte(text), note.VerifierList(logKey, witness))
		if err == nil {
			fail("a forged checkpoint was accepted:\n%s", text)
		}
		result.Refused = append(result.Refused, err.Error())
	}

	skey, vkey, err := note.GenerateKey(rand.Reader, "go.example")
	must(skey, err)
	signed := must(note.Sign(&note.Note{Text: opened.Text}, must(note.NewSigner(skey))))
	result.Vkey, result.Signed = vkey, string(signed)
	must(0, json.NewEncoder(os.Stdout).Encode(result))
}
