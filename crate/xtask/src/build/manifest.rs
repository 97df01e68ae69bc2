//! One manifest for both browsers, and what of it each one understands.

use anyhow::{Context, Result};
use serde_json::Value;

use crate::browser::Browser;

/// Keys that only Chromium knows: Firefox and its linter warn about them.
const CHROME_ONLY: [&[&str]; 2] = [&["background", "service_worker"], &["minimum_chrome_version"]];
/// Keys that only Firefox knows.
const FIREFOX_ONLY: [&[&str]; 3] =
    [&["background", "scripts"], &["browser_specific_settings"], &["optional_permissions"]];

/// The manifest for one browser, in the project's version.
pub fn tailor(source: &str, browser: Browser) -> Result<String> {
    let mut manifest: Value = serde_json::from_str(source).context("manifest.json")?;
    let foreign = match browser {
        Browser::Chrome => &FIREFOX_ONLY[..],
        Browser::Firefox => &CHROME_ONLY[..],
    };
    for path in foreign {
        drop_key(&mut manifest, path);
    }
    manifest["version"] = Value::from(env!("CARGO_PKG_VERSION"));
    Ok(format!("{manifest:#}\n"))
}

fn drop_key(value: &mut Value, path: &[&str]) {
    let Some(object) = value.as_object_mut() else { return };
    match path {
        [] => {}
        [last] => drop(object.shift_remove(*last)),
        [first, rest @ ..] => {
            if let Some(inner) = object.get_mut(*first) {
                drop_key(inner, rest);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn tailored(browser: Browser) -> Result<Value> {
        let source = json!({
            "version": "0",
            "minimum_chrome_version": "121",
            "background": { "service_worker": "b.js", "scripts": ["b.js"], "type": "module" },
            "browser_specific_settings": { "gecko": { "id": "a@b.example" } },
            "permissions": ["storage"],
            "optional_permissions": ["webRequest"],
        });
        Ok(serde_json::from_str(&tailor(&source.to_string(), browser)?)?)
    }

    #[test]
    fn chromium_gets_a_worker_and_nothing_of_firefox() -> Result<()> {
        let expected = json!({
            "version": env!("CARGO_PKG_VERSION"),
            "minimum_chrome_version": "121",
            "background": { "service_worker": "b.js", "type": "module" },
            "permissions": ["storage"],
        });
        assert_eq!(tailored(Browser::Chrome)?, expected);
        Ok(())
    }

    #[test]
    fn firefox_gets_scripts_and_nothing_of_chromium() -> Result<()> {
        let expected = json!({
            "version": env!("CARGO_PKG_VERSION"),
            "background": { "scripts": ["b.js"], "type": "module" },
            "browser_specific_settings": { "gecko": { "id": "a@b.example" } },
            "permissions": ["storage"],
            "optional_permissions": ["webRequest"],
        });
        assert_eq!(tailored(Browser::Firefox)?, expected);
        Ok(())
    }

    #[test]
    fn the_projects_manifest_holds_nothing_foreign() -> Result<()> {
        let source = include_str!("../../../../extension/manifest.json");
        let foreign = [
            (Browser::Chrome, &["browser_specific_settings", "scripts", "webRequestBlocking"][..]),
            (Browser::Firefox, &["minimum_chrome_version", "service_worker"]),
        ];
        for (browser, words) in foreign {
            let manifest = tailor(source, browser)?;
            let held: Vec<_> =
                words.iter().filter(|word| manifest.contains(&format!("\"{word}\""))).collect();
            assert!(held.is_empty(), "{}: {held:?}", browser.name());
        }
        Ok(())
    }
}
