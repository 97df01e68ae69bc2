//! Putting values in order. The standard library's sorts are made for millions of values, and
//! each is 3 KB of the module.

use alloc::vec::Vec;
use core::cmp::Ordering;

/// The places of so many values in the order of the values; equal ones stay as they come. Once for all types: one
/// copy in the module.
pub fn places(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places = Vec::with_capacity(count);
    for place in 0..count {
        let at = places.partition_point(|&before| compare(before, place).is_le());
        places.insert(at, place);
    }
    places
}

#[cfg(test)]
mod tests {
    use super::places;

    #[test]
    fn equal_values_stay_as_they_come() {
        let values = [2, 1, 2, 0, 1];
        assert_eq!(places(values.len(), &|a, b| values[a].cmp(&values[b])), [3, 1, 4, 0, 2]);
    }
}
