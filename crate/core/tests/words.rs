//! What labels mean, and which bytes are words at all.

use endmark_core::{
    Words,
    words::{COMMON, Kind, Unreadable, tables},
};

fn kinds(words: &Words, text: &str) -> Vec<Kind> {
    words.meanings(text).into_iter().map(|meaning| meaning.kind).collect()
}

fn says(text: &str, kind: Kind) -> bool {
    kinds(&Words::all(), text).contains(&kind)
}

fn table(name: &str) -> &'static [u8] {
    tables().iter().find(|(own, _)| *own == name).map_or(&[], |(_, table)| table)
}

#[test]
fn labels_are_known_in_many_languages() {
    assert!(says("Read Next:", Kind::Onward) && says("Das könnte Sie auch interessieren", Kind::Onward));
    assert!(says("関連記事", Kind::Onward) && says("コメント", Kind::Comments));
    assert!(says("1,204 Comments", Kind::Comments) && says("Kommentare (12)", Kind::Comments));
    assert!(kinds(&Words::all(), "The harbour opens again").is_empty());
}

#[test]
fn a_label_ends_where_the_name_in_it_begins() {
    assert!(says("Über Anna Calder", Kind::AboutAuthor) && says("About: Ann Calder", Kind::AboutAuthor));
    assert!(!says("Überraschung", Kind::AboutAuthor) && !says("Übernahme der Werft", Kind::AboutAuthor));
    assert!(says("关于李明", Kind::AboutAuthor) && says("김민수에게 댓글 남기기", Kind::LeaveReply));
}

#[test]
fn a_label_about_a_thing_is_none_about_a_person() {
    assert!(says("About Dan Brown", Kind::AboutAuthor) && says("Über Ali Khan", Kind::AboutAuthor));
    assert!(!says("About the project", Kind::AboutAuthor) && !says("Über das Projekt", Kind::AboutAuthor));
    assert!(!says("About 12 hours ago", Kind::AboutAuthor) && says("More from the BBC", Kind::Onward));
}

#[test]
fn a_label_may_have_a_number_and_a_name() {
    assert!(says("3 thoughts on “The harbour opens again”", Kind::Comments));
    assert!(says("12 Gedanken zu „Der Hafen öffnet wieder“", Kind::Comments));
    assert!(says("1 commentaire", Kind::Comments) && says("Top 10", Kind::Popular));
}

#[test]
fn the_name_of_a_site_has_a_dot_in_it() {
    assert!(says("More on Courier.example", Kind::Onward) && says("Auch auf Kurier.example", Kind::Onward));
    assert!(!says("More on the harbour. It opens again", Kind::Onward));
    assert!(says("About Ada Keel", Kind::AboutAuthor) && !says("About Keel.js", Kind::AboutAuthor));
}

#[test]
fn a_label_with_choices_is_many() {
    assert!(
        ["Other articles you may like", "More posts you’ll also love"].iter().all(|l| says(l, Kind::Onward))
    );
    assert!(kinds(&Words::all(), "Other {articles|posts} you may like").is_empty());
}

#[test]
fn only_what_was_learned_is_known() -> Result<(), Unreadable> {
    let mut words = Words::default();
    assert!(kinds(&words, "Comments").is_empty() && !words.knows(COMMON));
    words.learn(table(COMMON))?;
    assert!(words.knows("en") && !words.knows("de"));
    assert!(!kinds(&words, "Comments").is_empty() && kinds(&words, "Weiterlesen").is_empty());
    words.learn(table("de").to_vec())?;
    words.learn(table("ja"))?;
    assert_eq!(kinds(&words, "海風新聞をフォローする"), [Kind::Follow]);
    assert!(words.knows("de") && kinds(&words, "Weiterlesen") == [Kind::Onward, Kind::ReadMore]);
    Ok(())
}

#[test]
fn a_label_is_weak_only_where_every_language_says_so() -> Result<(), Unreadable> {
    let weak = |words: &Words| {
        let meanings = words.meanings("Enviar");
        meanings.iter().find(|meaning| meaning.kind == Kind::PostComment).map(|meaning| meaning.weak)
    };
    let mut words = Words::default();
    words.learn(table("es"))?;
    assert_eq!(weak(&words), Some(true));
    words.learn(table("pt"))?;
    assert_eq!((weak(&words), weak(&Words::all())), (Some(false), Some(false)));
    Ok(())
}

#[test]
fn bytes_that_are_no_table_are_refused() {
    let whole = table("de");
    for length in 0..whole.len().min(2000) {
        assert_eq!(Words::default().learn(whole[..length].to_vec()), Err(Unreadable), "{length}");
    }
    let mut other = whole.to_vec();
    other[0] ^= 1;
    assert_eq!(Words::default().learn(other), Err(Unreadable));
    assert_eq!(Words::default().learn(b"<!doctype html>".as_slice()), Err(Unreadable));
}

#[test]
fn a_table_whose_bytes_are_in_disorder_does_no_harm() -> Result<(), Unreadable> {
    let mut bytes = table("de").to_vec();
    let text = bytes.len() - 20;
    bytes[6..text].reverse();
    let mut words = Words::default();
    if words.learn(bytes).is_ok() {
        for text in ["Weiterlesen", "Über Anna", "3 Kommentare", "ß"] {
            let _ = words.meanings(text);
        }
    }
    Ok(())
}
