//! Hashes that are the same in every run, and how bytes are written.

/// FNV-1a (Fowler, Noll & Vo).
pub fn fnv1a(bytes: impl Iterator<Item = u8>) -> u64 {
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The same, mixed: where the lowest of several is kept, or one in so many, that must not depend on how they begin.
pub fn mixed(bytes: impl Iterator<Item = u8>) -> u64 {
    // The last steps of MurmurHash3.
    let mut hash = fnv1a(bytes);
    hash ^= hash >> 33;
    hash = hash.wrapping_mul(0xff51_afd7_ed55_8ccd);
    hash ^ (hash >> 33)
}

pub fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
