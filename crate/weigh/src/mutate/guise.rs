//! What clutter looks like: its names, its elements and its labels, which an article is given.

/// Names that clutter bears, as attribute and value.
pub const NAMES: &[(&str, &str)] = &[
    ("class", "comments"),
    ("id", "comments"),
    ("class", "comments-area"),
    ("class", "comment-list"),
    ("class", "comment"),
    ("id", "disqus_thread"),
    ("class", "related"),
    ("class", "related-posts"),
    ("id", "related"),
    ("class", "recommended"),
    ("class", "author-box"),
    ("class", "author-bio"),
    ("id", "author"),
    ("class", "newsletter"),
    ("id", "newsletter-signup"),
    ("class", "share"),
    ("class", "social-share"),
    ("class", "sidebar"),
    ("id", "sidebar"),
    ("class", "widget"),
    ("class", "footer"),
    ("id", "footer"),
    ("class", "sponsored"),
    ("class", "tags"),
    ("class", "post-navigation"),
];

/// Elements that stand around it; some more often than others.
pub const BOXES: &[&str] =
    &["div", "div", "div", "section", "aside", "footer", "article", "ul", "form", "nav"];

/// Labels that articles have as headings too.
pub const LABELS: &[&str] = &[
    "Comments",
    "Discussion",
    "Related",
    "Related articles",
    "Read more",
    "See also",
    "Further reading",
    "About the author",
    "About",
    "Newsletter",
    "Subscribe",
    "Share",
    "Share this",
    "Leave a reply",
    "Recommended",
    "Most read",
    "Kommentare",
    "Über den Autor",
    "Lesen Sie auch",
    "À lire aussi",
];
