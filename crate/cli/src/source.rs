//! A document that can be read more than once: a file, or standard input, kept on disk where it is long.

use std::{
    fs::File,
    io::{self, BufReader, Read, Seek, SeekFrom},
    path::Path,
};

use tempfile::SpooledTempFile;

/// Bytes of standard input that are kept in memory.
const IN_MEMORY: usize = 32 << 20;

/// A document.
#[derive(Debug)]
pub enum Source {
    /// In a file.
    File(BufReader<File>),
    /// From a pipe or a device.
    Spooled(SpooledTempFile),
}

impl Source {
    /// Opens a file, or takes all of standard input where the path is `-`.
    ///
    /// # Errors
    /// When it cannot be opened or read.
    pub fn open(path: &Path) -> io::Result<Self> {
        if path.as_os_str() == "-" {
            return Self::spool(&mut io::stdin().lock());
        }
        let mut file = File::open(path)?;
        match file.metadata()?.file_type() {
            kind if kind.is_dir() => Err(io::ErrorKind::IsADirectory.into()),
            kind if kind.is_file() => Ok(Self::File(BufReader::new(file))),
            _ => Self::spool(&mut file),
        }
    }

    fn spool(pipe: &mut impl Read) -> io::Result<Self> {
        let mut spool = SpooledTempFile::new(IN_MEMORY);
        io::copy(pipe, &mut spool)?;
        Ok(Self::Spooled(spool))
    }
}

impl Read for Source {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::File(file) => file.read(buffer),
            Self::Spooled(spool) => spool.read(buffer),
        }
    }
}

impl Seek for Source {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        match self {
            Self::File(file) => file.seek(to),
            Self::Spooled(spool) => spool.seek(to),
        }
    }
}
