//! Reads the selectors of rules and writes them as records.

use super::{attribute::Attribute, hash::hash_all, records::Records};

/// Tests of an attribute's value by their numbers, as in `src/selector.rs`; the last wants the attribute alone.
const TESTS: [&str; 6] = ["=", "^", "$", "*", "~", ""];

/// So many bytes of what a class or an id begins with are looked up, as in `src/rules.rs`.
const BEGINNING: usize = 4;

pub struct Parsed {
    pub compounds: Vec<Compound>,
}

#[derive(Default)]
pub struct Compound {
    pub tag: String,
    pub conditions: Vec<(String, &'static str, String)>,
    pub child: bool,
}

pub fn parse(text: &str) -> Result<Parsed, String> {
    let mut reader = Reader { rest: text.trim() };
    let mut compounds = Vec::new();
    let mut child = false;
    while !reader.rest.is_empty() {
        let mut compound = reader.compound()?;
        compound.child = child;
        compounds.push(compound);
        let trimmed = reader.rest.trim_start();
        child = trimmed.starts_with('>');
        reader.rest = if child { trimmed[1..].trim_start() } else { trimmed };
    }
    if compounds.is_empty() || child {
        Err(format!("`{text}` is no whole selector"))
    } else {
        Ok(Parsed { compounds })
    }
}

struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    fn compound(&mut self) -> Result<Compound, String> {
        let mut compound = Compound { tag: self.word().to_ascii_lowercase(), ..Compound::default() };
        loop {
            match self.rest.chars().next() {
                Some('#') => compound.conditions.push(self.named("id", "=")?),
                Some('.') => compound.conditions.push(self.named("class", "~")?),
                Some('[') => compound.conditions.push(self.attribute()?),
                _ => break,
            }
        }
        if compound.tag.is_empty() && compound.conditions.is_empty() {
            return Err(format!(
                "cannot read `{}`: only tag, #id, .class, [attribute], descendant and child",
                self.rest
            ));
        }
        Ok(compound)
    }

    fn named(
        &mut self,
        attribute: &str,
        test: &'static str,
    ) -> Result<(String, &'static str, String), String> {
        self.rest = &self.rest[1..];
        let word = self.word();
        if word.is_empty() {
            Err(format!("a name is missing before `{}`", self.rest))
        } else {
            Ok((attribute.into(), test, word))
        }
    }

    fn word(&mut self) -> String {
        let end = self
            .rest
            .find(|c: char| !(c.is_alphanumeric() || c == '-' || c == '_'))
            .unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        word.to_owned()
    }

    fn attribute(&mut self) -> Result<(String, &'static str, String), String> {
        let end = self.rest.find(']').ok_or_else(|| format!("`]` is missing in `{}`", self.rest))?;
        let inside = &self.rest[1..end];
        self.rest = &self.rest[end + 1..];
        let Some((name, value)) = inside.split_once('=') else {
            return Ok((inside.to_owned(), "", String::new()));
        };
        let (name, test) = match name.as_bytes().last() {
            Some(b'^') => (&name[..name.len() - 1], "^"),
            Some(b'$') => (&name[..name.len() - 1], "$"),
            Some(b'*') => (&name[..name.len() - 1], "*"),
            Some(b'~') => (&name[..name.len() - 1], "~"),
            _ => (name, "="),
        };
        Ok((name.to_owned(), test, value.trim_matches(['"', '\'']).to_owned()))
    }
}

fn is_name(attribute: &str) -> bool {
    matches!(attribute, "class" | "id")
}

/// A start tag of an example, with the tags that are open around it.
pub struct Element {
    pub tag: String,
    pub attributes: Vec<(String, String)>,
    pub parents: Vec<usize>,
}

/// Reads the start and end tags of an example snippet.
pub fn elements(html: &str) -> Result<Vec<Element>, String> {
    let (mut found, mut open): (Vec<Element>, Vec<usize>) = (Vec::new(), Vec::new());
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let end = rest[at..].find('>').ok_or_else(|| format!("a tag is not closed in `{html}`"))? + at;
        let inside = rest[at + 1..end].trim_end_matches('/');
        rest = &rest[end + 1..];
        if let Some(name) = inside.strip_prefix('/') {
            if let Some(last) = open.iter().rposition(|&o| found[o].tag == name.trim().to_ascii_lowercase()) {
                open.truncate(last);
            }
            continue;
        }
        if inside.starts_with('!') {
            continue;
        }
        let name_end = inside.find(char::is_whitespace).unwrap_or(inside.len());
        let tag = inside[..name_end].to_ascii_lowercase();
        let void =
            ["img", "input", "br", "hr", "ins", "meta", "link"].contains(&tag.as_str()) && tag != "ins";
        found.push(Element { tag, attributes: attributes(&inside[name_end..]), parents: open.clone() });
        if !void {
            open.push(found.len() - 1);
        }
    }
    if found.is_empty() { Err(format!("no tag in `{html}`")) } else { Ok(found) }
}

fn attributes(text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let name_end = rest.find(|c: char| c == '=' || c.is_whitespace()).unwrap_or(rest.len());
        let name = rest[..name_end].to_ascii_lowercase();
        rest = &rest[name_end..];
        let mut value = String::new();
        if let Some(after) = rest.strip_prefix('=') {
            let quote = after.chars().next().filter(|c| *c == '"' || *c == '\'');
            let (start, stop) = match quote {
                Some(q) => (1, after[1..].find(q).map_or(after.len(), |e| e + 1)),
                None => (0, after.find(char::is_whitespace).unwrap_or(after.len())),
            };
            value = after[start..stop].to_owned();
            rest = &after[(stop + start).min(after.len())..];
        }
        if !name.is_empty() {
            found.push((name, value));
        }
        rest = rest.trim_start();
    }
    found
}

impl Parsed {
    /// With the condition by which elements are looked up first in the last compound.
    pub fn ordered(mut self) -> Self {
        let rank = |(name, test, _): &(String, &str, String)| match (&**name, *test) {
            ("id", "=") => 0,
            ("class", "~") => 1,
            _ => 2,
        };
        if let Some(last) = self.compounds.last_mut() {
            last.conditions.sort_by_key(rank);
        }
        self
    }

    /// The hash of what an element needs to be matched: the class (`.a`), id (`#a`), what one of them begins with
    /// (`^abcd`) or the attribute (`[a`) of the first condition on it, or its name, which is rarer than most attributes;
    /// `None` where there is nothing to look up.
    pub fn key(&self) -> Option<u32> {
        let last = self.compounds.last()?;
        Some(match last.conditions.first() {
            Some((name, "=", value)) if name == "id" => hash_all(&["#", value]),
            Some((name, "~", value)) if name == "class" => hash_all(&[".", value]),
            Some((name, "^", value)) if is_name(name) && value.len() >= BEGINNING => {
                hash_all(&["^", &value[..BEGINNING]])
            }
            Some((name, _, _)) if is_name(name) || last.tag.is_empty() => hash_all(&["[", name]),
            None if last.tag.is_empty() => return None,
            _ => hash_all(&[&last.tag]),
        })
    }

    /// As the core reads it, the last compound first.
    pub fn write(&self) -> Result<Records, String> {
        let mut records = Records::default();
        self.compounds.iter().rev().try_for_each(|compound| compound.write(&mut records))?;
        Ok(records)
    }
}

impl Compound {
    fn write(&self, records: &mut Records) -> Result<(), String> {
        records.number(usize::from(self.child))?;
        records.text(&self.tag)?;
        records.number(self.conditions.len())?;
        for (name, test, value) in &self.conditions {
            if !value.is_ascii() {
                return Err(format!("only ASCII can be matched, not `{value}`"));
            }
            records.number(TESTS.iter().position(|t| t == test).unwrap_or_default())?;
            let attribute = Attribute::named(name).ok_or_else(|| format!("[{name}] is not read"))?;
            records.number(attribute.number())?;
            records.text(value)?;
        }
        Ok(())
    }
}

impl Parsed {
    /// Whether some element of an example matches.
    pub fn matches_any(&self, elements: &[Element]) -> bool {
        (0..elements.len()).any(|at| self.matches(self.compounds.len(), elements, at))
    }

    fn matches(&self, upto: usize, elements: &[Element], at: usize) -> bool {
        let Some((last, before)) = self.compounds[..upto].split_last() else { return false };
        if !last.holds(&elements[at]) {
            return false;
        }
        let parents = &elements[at].parents;
        match (before.is_empty(), last.child) {
            (true, _) => true,
            (_, true) => parents.last().is_some_and(|&p| self.matches(upto - 1, elements, p)),
            (_, false) => parents.iter().any(|&p| self.matches(upto - 1, elements, p)),
        }
    }
}

impl Compound {
    fn holds(&self, element: &Element) -> bool {
        let value_of = |name: &str| element.attributes.iter().find(|(n, _)| n == name).map(|(_, v)| v);
        (self.tag.is_empty() || self.tag == element.tag)
            && self.conditions.iter().all(|(name, test, wanted)| {
                value_of(name).is_some_and(|v| match *test {
                    "" => true,
                    "=" => v == wanted,
                    "^" => v.starts_with(wanted),
                    "$" => v.ends_with(wanted),
                    "*" => v.contains(wanted),
                    _ => v.split_ascii_whitespace().any(|w| w == wanted),
                })
            })
    }
}
