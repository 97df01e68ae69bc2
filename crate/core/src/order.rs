//! Putting values in order. The standard library's sorts are made for millions of values, and
//! each is 3 KB of the module.

use alloc::vec::Vec;
use core::cmp::Ordering;

/// The values in order; equal ones stay as they come.
pub fn order<T>(values: Vec<T>, compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let mut ordered = Vec::with_capacity(values.len());
    for value in values {
        let at = ordered.partition_point(|before| compare(before, &value).is_le());
        ordered.insert(at, value);
    }
    ordered
}

#[cfg(test)]
mod tests {
    use super::order;

    #[test]
    fn equal_values_stay_as_they_come() {
        let values = [(2, 'a'), (1, 'b'), (2, 'c'), (0, 'd'), (1, 'e')];
        let ordered = order(values.into(), |a, b| a.0.cmp(&b.0));
        assert_eq!(ordered, [(0, 'd'), (1, 'b'), (1, 'e'), (2, 'a'), (2, 'c')]);
    }
}
