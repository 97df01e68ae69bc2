//! What a front end has to read from a page, named once for all of them.

/// Elements whose rarer attributes are read: one selector list for the browser's own engine.
pub const PLACES: &str = "[lang],amp-embed,a[href],form,input,textarea,button,iframe,img,\
link[rel~=canonical],meta[property],meta[http-equiv],meta[name=generator],meta[name$=author],\
meta[name=\"og:type\"],html[itemtype],\
[role],[itemprop],[itemtype],[aria-label],[hidden],[data-hook],[data-component],\
[data-component-name],[data-widget_type],[data-spotim-module],[data-type],\
[data-ad-format],[data-embed],[style*=none]";

/// Elements of which only name and attributes are read, never what is in them.
pub const SKIPPED: &[&str] =
    &["canvas", "math", "noscript", "object", "script", "select", "style", "svg", "template"];
