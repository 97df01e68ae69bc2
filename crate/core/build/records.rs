//! Writes records as `src/records.rs` reads them. Every byte of a number is below 128, so that records
//! are text as a whole.

/// Records, one after the other.
#[derive(Default, Clone)]
pub struct Records {
    text: String,
}

impl Records {
    /// A number below 128.
    pub fn number(&mut self, number: usize) -> Result<(), String> {
        let byte = u8::try_from(number).ok().filter(u8::is_ascii);
        self.text.push(byte.ok_or_else(|| format!("{number} is no number below 128"))?.into());
        Ok(())
    }

    /// A number of 32 bits.
    pub fn long(&mut self, number: u32) {
        let digits = (0..5).rev().map(|place| (u64::from(number) >> (7 * place) & 0x7f) as u8);
        self.text.extend(digits.map(char::from));
    }

    /// A text of less than 128 bytes.
    pub fn text(&mut self, text: &str) -> Result<(), String> {
        self.number(text.len()).map_err(|_| format!("`{text}` is longer than 127 bytes"))?;
        self.text.push_str(text);
        Ok(())
    }

    /// Texts, one after the other.
    pub fn texts<T: AsRef<str>>(texts: &[T]) -> Result<Self, String> {
        let mut records = Self::default();
        texts.iter().try_for_each(|text| records.text(text.as_ref()))?;
        Ok(records)
    }

    /// Records as one.
    pub fn part(&mut self, part: &Self) -> Result<(), String> {
        self.long(u32::try_from(part.text.len()).map_err(|e| e.to_string())?);
        self.append(part);
        Ok(())
    }

    /// What other records hold.
    pub fn append(&mut self, other: &Self) {
        self.text.push_str(&other.text);
    }

    pub fn bytes(&self) -> &[u8] {
        self.text.as_bytes()
    }
}
