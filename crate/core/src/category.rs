//! The kinds of clutter that Endmark knows.

use serde::Serialize;

/// A kind of clutter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Category {
    /// A box or paragraph about the author, set apart from the article.
    AuthorBio,
    /// Links to other articles for onward reading.
    Teaser,
    /// Readers' comments, or the place where a comment service puts them.
    Comments,
    /// The form to write a comment.
    CommentForm,
    /// A sign-up box.
    Newsletter,
    /// A row of links that share or follow.
    Share,
    /// Paid recommendations.
    Sponsored,
    /// Links to the previous and the next article.
    PostNav,
    /// A list of the article's tags.
    Tags,
    /// What a rule of the user's own selects; never found by evidence.
    Own,
}

impl Category {
    /// Every category that evidence is weighed for, in the order of their numbers.
    pub const ALL: [Self; 9] = [
        Self::AuthorBio,
        Self::Teaser,
        Self::Comments,
        Self::CommentForm,
        Self::Newsletter,
        Self::Share,
        Self::Sponsored,
        Self::PostNav,
        Self::Tags,
    ];

    /// The name used in data files, settings and reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::AuthorBio => "author-bio",
            Self::Teaser => "teaser",
            Self::Comments => "comments",
            Self::CommentForm => "comment-form",
            Self::Newsletter => "newsletter",
            Self::Share => "share",
            Self::Sponsored => "sponsored",
            Self::PostNav => "post-nav",
            Self::Tags => "tags",
            Self::Own => "own",
        }
    }
}
