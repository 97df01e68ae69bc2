//! Inputs to ask with: seeds that are kept, and documents and instructions made by chance, always the same ones.

use std::{fs, path::PathBuf};

use endmark_weigh::mutate::dice::Dice;

/// Words of a made document at most.
const WORDS: usize = 60;
/// Bytes of a made input that says nothing by itself at most.
const BYTES: usize = 400;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/fuzz")
}

/// The seeds of a target, with their names.
pub fn seeds(target: &str) -> Vec<(String, Vec<u8>)> {
    let entries = fs::read_dir(folder().join("seeds").join(target)).expect("a folder of seeds");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("a seed").path()).collect();
    paths.sort();
    let named = |path: &PathBuf| (path.display().to_string(), fs::read(path).expect("a seed"));
    paths.iter().map(named).collect()
}

/// The words of the dictionary that fuzzing uses too: one in quotes on a line.
pub fn dictionary() -> Vec<Vec<u8>> {
    let text = fs::read_to_string(folder().join("dictionary.txt")).expect("a dictionary");
    text.lines().filter_map(|line| line.strip_prefix('"')?.strip_suffix('"').map(unescape)).collect()
}

/// Bytes written as `\x0a` and `\\`.
fn unescape(word: &str) -> Vec<u8> {
    let (mut bytes, mut rest) = (Vec::new(), word);
    while let Some((plain, escaped)) = rest.split_once('\\') {
        bytes.extend_from_slice(plain.as_bytes());
        let hex = escaped.strip_prefix('x').map(|hex| hex.split_at(2));
        let (byte, after) = match hex {
            Some((hex, after)) => (u8::from_str_radix(hex, 16).expect("a byte"), after),
            None => (b'\\', &escaped[1..]),
        };
        bytes.push(byte);
        rest = after;
    }
    bytes.extend_from_slice(rest.as_bytes());
    bytes
}

/// A text of words of the dictionary, one after the other.
pub fn text(dictionary: &[Vec<u8>], dice: &mut Dice) -> Vec<u8> {
    let count = 1 + dice.below(WORDS);
    (0..count).filter_map(|_| dice.pick(dictionary)).flatten().copied().collect()
}

/// Bytes of any kind.
pub fn bytes(dice: &mut Dice) -> Vec<u8> {
    (0..dice.below(BYTES)).map(|_| dice.below(256) as u8).collect()
}
