//! Parts of the pages that are held out together: all pages of a site are in one.

/// Parts.
pub const FOLDS: usize = 8;

/// The part that a host's pages are in, the same at every fit.
pub fn fold(host: &str) -> usize {
    let hash = site(host).bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    usize::try_from(hash % FOLDS as u64).unwrap_or_default()
}

/// The end of a host that one owner has registered, or more of it: what is too much only puts more
/// pages together.
fn site(host: &str) -> &str {
    let mut dots = host.rmatch_indices('.').map(|(at, _)| at);
    let Some(top) = dots.next() else { return host };
    let Some(second) = dots.next() else { return host };
    let is_country = host.len() - top - 1 == 2;
    let is_shared = is_country && top - second - 1 <= 3;
    let end = if is_shared { dots.next() } else { Some(second) };
    end.map_or(host, |at| &host[at + 1..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_of_a_site_stay_together() {
        assert_eq!(site("www.news.example"), "news.example");
        assert_eq!(site("blog.news.co.uk"), "news.co.uk");
        assert_eq!(site("localhost"), "localhost");
        assert_eq!(fold("www.news.example"), fold("sport.news.example"));
        assert!(fold("news.example") < FOLDS);
    }
}
