//! Files that are there as a whole or not at all.

use std::{
    fs,
    io::{self, BufWriter, Write},
    path::Path,
};

use anyhow::{Context, Result};
use tempfile::{Builder, NamedTempFile};

/// Writes a file beside its place and then puts it there.
///
/// # Errors
/// When it cannot be written; nothing is left behind then.
pub fn put<T>(path: &Path, write: impl FnOnce(&mut BufWriter<NamedTempFile>) -> Result<T>) -> Result<T> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let cannot = || format!("cannot write {}", path.display());
    let file = open(folder).with_context(cannot)?;
    let mut out = BufWriter::new(file);
    let written = write(&mut out)?;
    out.flush().with_context(cannot)?;
    let file = out.into_inner().map_err(io::IntoInnerError::into_error).with_context(cannot)?;
    file.persist(path).with_context(cannot)?;
    Ok(written)
}

/// A file with the permissions that any new file has.
fn open(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(".endmark-");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
}
