//! Documents in the encodings of the web are read in them, and keep their bytes.

#![allow(clippy::expect_used, reason = "a test may stop")]

use std::io::Cursor;

use encoding_rs::Encoding;
use endmark_stream::{Wanted, clean};

/// How a document says what it is in.
#[derive(Clone, Copy)]
enum Declared {
    ByServer,
    AtFirst,
    Late,
}

/// An article with a line to read on after its second paragraph; that line goes only where it is understood.
struct Sample {
    encoding: &'static str,
    language: &'static str,
    sentence: &'static str,
    onward: &'static str,
}

const SAMPLES: [Sample; 6] = [
    Sample {
        encoding: "windows-1251",
        language: "ru",
        sentence: "Паром снова ходит через пролив каждую ночь, и город готовится не спать до трёх часов утра.",
        onward: "Читайте также",
    },
    Sample {
        encoding: "Shift_JIS",
        language: "ja",
        sentence: "夜の渡し船がまた海峡を渡り、町は午前三時まで眠らない支度をしている。表や能や十の字も壊れない。",
        onward: "あわせて読みたい",
    },
    Sample {
        encoding: "GBK",
        language: "zh",
        sentence: "夜间渡轮重新开过海峡，小镇准备一直醒到凌晨三点，码头上的人说他们等了十一年。",
        onward: "相关阅读",
    },
    Sample {
        encoding: "Big5",
        language: "zh-TW",
        sentence: "夜間渡輪重新開過海峽，小鎮準備一直醒到凌晨三點，碼頭上的人說他們等了十一年，許功蓋也來了。",
        onward: "延伸閱讀",
    },
    Sample {
        encoding: "EUC-KR",
        language: "ko",
        sentence: "밤배가 다시 해협을 건너고 마을은 새벽 세 시까지 깨어 있을 준비를 하고 있다고 항구 사람들이 말했다.",
        onward: "관련 기사",
    },
    Sample {
        encoding: "ISO-8859-2",
        language: "pl",
        sentence: "Nocny prom znów kursuje przez cieśninę, a miasto szykuje się, żeby nie spać do trzeciej nad ranem.",
        onward: "Czytaj też",
    },
];

impl Sample {
    fn line(&self) -> String {
        let Self { onward, sentence, .. } = self;
        format!("<p><strong>{onward}:</strong> <a href=\"/harbour-lights-story\">{sentence}</a></p>\n")
    }

    fn page(&self, declared: Declared, line: &str) -> String {
        let Self { encoding, language, sentence, .. } = self;
        let meta = format!("<meta charset=\"{encoding}\">");
        let (first, late) = match declared {
            Declared::ByServer => ("", ""),
            Declared::AtFirst => (&*meta, ""),
            Declared::Late => ("", &*meta),
        };
        let (padding, paragraph) = (" ".repeat(5_000), format!("<p>{}</p>\n", sentence.repeat(6)));
        format!(
            "<!doctype html><html lang={language}><head>{first}<title>{sentence}</title>{padding}{late}</head>\n\
             <body><article><h1>{sentence}</h1>\n{paragraph}{paragraph}{line}{paragraph}{paragraph}</article></body></html>\n"
        )
    }

    fn bytes(&self, text: &str) -> Vec<u8> {
        let encoding = Encoding::for_label(self.encoding.as_bytes()).expect("an encoding");
        let (bytes, _, lossy) = encoding.encode(text);
        assert!(!lossy, "{} cannot be written in {}", text, self.encoding);
        bytes.into_owned()
    }
}

#[test]
fn bytes_stay_and_words_are_understood() {
    for sample in SAMPLES {
        for declared in [Declared::ByServer, Declared::AtFirst, Declared::Late] {
            let document = sample.bytes(&sample.page(declared, &sample.line()));
            let charset = matches!(declared, Declared::ByServer).then_some(sample.encoding);
            let mut source = Cursor::new(&document);
            let cleaning = clean(&mut source, &Wanted { charset, ..Wanted::default() }).expect("a document");
            let mut result = Vec::new();
            source.set_position(0);
            cleaning.cutting.cuts.copy(&mut source, &mut result).expect("memory");
            assert!(
                result == sample.bytes(&sample.page(declared, "\n")),
                "{}: {:?} {:?}",
                sample.encoding,
                cleaning.purpose,
                cleaning.cutting.taken
            );
        }
    }
}
