//! What stands behind an account: the sources that it names.

pub mod source;
