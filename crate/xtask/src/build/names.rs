//! Short names for the functions that the module imports and exports. wasm-bindgen's names of imports end in a hash,
//! which does not compress: sixty of them are a kilobyte.

use std::cmp::Reverse;

use anyhow::{Context, Result, bail};

const HEADER: usize = 8;
const IMPORTS: u8 = 2;
const EXPORTS: u8 = 7;
/// What is imported or exported is a function.
const FUNCTION: u8 = 0;

/// Old names, each with the new one.
type Names = Vec<(String, String)>;

/// Renames functions in a module and in the glue that gives and takes them.
pub fn shorten(module: &[u8], glue: &str) -> Result<(Vec<u8>, String)> {
    let mut reader = Reader { bytes: module, at: HEADER };
    let mut short = module.get(..HEADER).context("not a module")?.to_vec();
    let (mut given, mut taken) = (Names::new(), Names::new());
    while reader.at < module.len() {
        let id = reader.byte()?;
        let content = reader.content()?;
        let content = match id {
            IMPORTS => rename_imports(content, &mut given)?,
            EXPORTS => rename_exports(content, &mut taken)?,
            _ => content.to_vec(),
        };
        short.push(id);
        write_content(&mut short, &content);
    }
    Ok((short, take(&give(glue, given)?, taken)?))
}

/// The glue with new names of what it gives to the module.
fn give(glue: &str, names: Names) -> Result<String> {
    let mut renamed = glue.to_owned();
    for (name, own) in names {
        let (key, own_key) = (format!(" {name}: "), format!(" {own}: "));
        if renamed.matches(&key).count() != 1 {
            bail!("wasm-bindgen's glue does not give {name} once");
        }
        renamed = renamed.replace(&key, &own_key);
    }
    Ok(renamed)
}

/// The glue with new names of what it takes from the module.
fn take(glue: &str, mut names: Names) -> Result<String> {
    let mut renamed = glue.to_owned();
    // A name may begin with another one.
    names.sort_by_key(|(name, _)| Reverse(name.len()));
    for (name, own) in names {
        renamed = renamed.replace(&format!("wasm.{name}"), &format!("wasm.{own}"));
        if renamed.contains(&name) {
            bail!("wasm-bindgen's glue takes {name} otherwise than expected");
        }
    }
    Ok(renamed)
}

/// The section of imports with new names, which are noted beside the old ones.
fn rename_imports(section: &[u8], names: &mut Names) -> Result<Vec<u8>> {
    let mut reader = Reader { bytes: section, at: 0 };
    let mut written = Vec::new();
    let count = reader.number()?;
    write_number(&mut written, count);
    for number in 0..count {
        let from = reader.content()?;
        let name = String::from_utf8(reader.content()?.to_vec())?;
        let start = reader.at;
        reader.pass_type()?;
        let own = format!("_{number}");
        write_content(&mut written, from);
        write_content(&mut written, own.as_bytes());
        written.extend(&section[start..reader.at]);
        names.push((name, own));
    }
    Ok(written)
}

/// The section of exports with new names of functions, which are noted beside the old ones.
fn rename_exports(section: &[u8], names: &mut Names) -> Result<Vec<u8>> {
    let mut reader = Reader { bytes: section, at: 0 };
    let mut written = Vec::new();
    let count = reader.number()?;
    write_number(&mut written, count);
    for number in 0..count {
        let name = String::from_utf8(reader.content()?.to_vec())?;
        let kind = reader.byte()?;
        if kind == FUNCTION {
            let own = format!("_{number}");
            write_content(&mut written, own.as_bytes());
            names.push((name, own));
        } else {
            write_content(&mut written, name.as_bytes());
        }
        written.push(kind);
        write_number(&mut written, reader.number()?);
    }
    Ok(written)
}

struct Reader<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl<'b> Reader<'b> {
    fn byte(&mut self) -> Result<u8> {
        let byte = *self.bytes.get(self.at).context("the module ends early")?;
        self.at += 1;
        Ok(byte)
    }

    /// A number in LEB128.
    fn number(&mut self) -> Result<usize> {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(number);
            }
            shift += 7;
        }
    }

    /// A length, and so many bytes.
    fn content(&mut self) -> Result<&'b [u8]> {
        let length = self.number()?;
        let content = self.bytes.get(self.at..self.at + length).context("the module ends early")?;
        self.at += length;
        Ok(content)
    }

    /// What kind of thing is imported: only functions are.
    fn pass_type(&mut self) -> Result<()> {
        if self.byte()? != FUNCTION {
            bail!("the module imports what is no function");
        }
        self.number().map(drop)
    }
}

fn write_number(to: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        to.push(number as u8 | 0x80);
        number >>= 7;
    }
    to.push(number as u8);
}

fn write_content(to: &mut Vec<u8>, content: &[u8]) {
    write_number(to, content.len());
    to.extend(content);
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "const import0 = {\n    __wbg_now_55de: function() {},\n};\n\
        wasm.hide_all(wasm.hide, wasm.memory);";

    /// A module with one import, three exports and an empty custom section.
    fn module(kind: u8) -> Vec<u8> {
        let mut imports = vec![1, 3];
        imports.extend(b"./a\x0e__wbg_now_55de");
        imports.extend([kind, 5]);
        let mut module = b"\0asm\x01\0\0\0".to_vec();
        module.push(IMPORTS);
        write_content(&mut module, &imports);
        module.push(EXPORTS);
        write_content(&mut module, b"\x03\x04hide\0\x01\x06memory\x02\0\x08hide_all\0\x02");
        module.extend([0, 1, 0]);
        module
    }

    #[test]
    fn both_sides_get_the_same_name() -> Result<()> {
        let (short, glue) = shorten(&module(0), GLUE)?;
        let exports = b"\x07\x14\x03\x02_0\0\x01\x06memory\x02\0\x02_2\0\x02\0\x01\0";
        assert_eq!(short, [b"\0asm\x01\0\0\0\x02\x0a\x01\x03./a\x02_0\0\x05", &exports[..]].concat());
        assert_eq!(glue, "const import0 = {\n    _0: function() {},\n};\nwasm._2(wasm._0, wasm.memory);");
        Ok(())
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        assert!(shorten(&module(0), "").is_err());
        assert!(shorten(&module(2), GLUE).is_err());
        assert!(shorten(&module(0), &(GLUE.to_owned() + "wasm[\"hide\"]")).is_err());
        assert!(shorten(&module(0)[..20], GLUE).is_err());
    }
}
