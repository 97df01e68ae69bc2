//! Where the links of a page lead, each looked at once: blocks around blocks ask it again and again.

use alloc::vec::Vec;
use core::ops::Range;

use crate::{
    Address,
    attribute::HREF,
    links::{host_in, is_part_of, leaves, names_article, stands_along},
    outline::{NodeId, Outline},
    words::Words,
};

/// To a place that is not on the page.
pub const ELSEWHERE: u16 = 1;
/// To another site.
pub const AWAY: u16 = 1 << 1;
/// To another site or to a file.
pub const OFF: u16 = 1 << 2;
/// To another article of the site.
pub const ARTICLE: u16 = 1 << 3;
/// To a place on the page or one of the pages that its text is spread over.
pub const PART: u16 = 1 << 4;
/// To an author's page.
pub const AUTHOR: u16 = 1 << 5;
/// To what passes the page on.
pub const SHARE: u16 = 1 << 6;
/// To a network where authors and sites are followed.
pub const NETWORK: u16 = 1 << 7;
/// To a profile there.
pub const PROFILE: u16 = 1 << 8;
/// To a page of the site, and to no file.
pub const ON: u16 = 1 << 9;
/// To a file.
pub const FILE: u16 = 1 << 10;
/// To where the page stands on its site.
pub const ALONG: u16 = 1 << 11;

/// Where the links of a page lead.
#[derive(Debug, Clone)]
pub struct Targets<'a> {
    all: Vec<u16>,
    /// The host met last, and what holds of every link to it: most links of a page lead to one.
    host: Option<&'a str>,
    by_host: u16,
}

impl<'a> Targets<'a> {
    /// Those of a page with so many elements, of which none is read yet.
    pub fn of(count: usize) -> Self {
        Self { all: Vec::with_capacity(count), host: None, by_host: 0 }
    }

    /// Reads the next element.
    pub fn read(&mut self, outline: &'a Outline, words: &Words, address: &Address, id: NodeId) {
        let target = outline.attribute(id, HREF).map_or(0, |href| self.target(href, words, address));
        self.all.push(target);
    }

    fn target(&mut self, href: &'a str, words: &Words, address: &Address) -> u16 {
        let by_host = host_in(href).map_or(0, |host| self.by_host(host, href, words, address));
        let when = |holds: bool, target: u16| if holds { target } else { 0 };
        let shares = words.shares(href);
        let file = words.is_file(href);
        let stays = by_host & AWAY == 0 && !file;
        when(!href.starts_with('#'), ELSEWHERE)
            | when(stays, ON)
            | when(!stays, OFF)
            | when(stays && names_article(href, &address.path), ARTICLE)
            | when(file, FILE)
            | when(stays && stands_along(href, address), ALONG)
            | when(is_part_of(href, &address.path), PART)
            | when(words.leads_to_author(href), AUTHOR)
            | when(shares, SHARE)
            | when(by_host & NETWORK != 0 && !shares && words.is_profile(href), PROFILE)
            | by_host
    }

    fn by_host(&mut self, host: &'a str, href: &str, words: &Words, address: &Address) -> u16 {
        if self.host != Some(host) {
            let away = if leaves(href, &address.host) { AWAY } else { 0 };
            let network = if words.follows(host) { NETWORK } else { 0 };
            (self.host, self.by_host) = (Some(host), away | network);
        }
        self.by_host
    }

    /// Whether an element is a link that leads to one of these.
    pub fn lead(&self, id: NodeId, to: u16) -> bool {
        self.all[id] & to != 0
    }

    /// How many links among elements lead to one of these.
    pub fn count(&self, within: Range<NodeId>, to: u16) -> usize {
        within.filter(|&id| self.lead(id, to)).count()
    }
}
