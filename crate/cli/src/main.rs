//! `endmark`: takes the clutter off HTML documents.

fn main() {}
