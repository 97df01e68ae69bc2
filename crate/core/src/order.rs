//! Putting values in order. The standard library's sorts are made for millions of values, and
//! each is 3 KB of the module.

use alloc::vec::Vec;
use core::cmp::Ordering;

/// The values in order; equal ones stay as they come.
pub fn order<T>(mut values: Vec<T>, compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let places = places(values.len(), &|one, other| compare(&values[one], &values[other]));
    for (at, &place) in places.iter().enumerate() {
        let mut from = place;
        // What stood there was exchanged with another before.
        while from < at {
            from = places[from];
        }
        values.swap(at, from);
    }
    values
}

/// The places of so many values in the order of the values. Once for all types: one copy in the module.
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
    use super::order;

    #[test]
    fn equal_values_stay_as_they_come() {
        let values = [(2, 'a'), (1, 'b'), (2, 'c'), (0, 'd'), (1, 'e')];
        let ordered = order(values.into(), |a, b| a.0.cmp(&b.0));
        assert_eq!(ordered, [(0, 'd'), (1, 'b'), (1, 'e'), (2, 'a'), (2, 'c')]);
    }
}
