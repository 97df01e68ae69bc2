//! Below the text a list goes that leads to where the article stands, and stays where it leads to other parts of the site.

use endmark_core::{Address, Settings, Words, analyse};
use endmark_weigh::survey::survey_document;
use scraper::Html;

const ADDRESS: &str = "https://sala.example/noticias/2026/el-puerto-abre-otra-vez";
const PARAGRAPH: &str = "<p>El puerto está abierto otra vez y los pescadores dicen que saldrán a la mar esta semana. \
    La obra duró un año, pero las familias del pueblo están contentas con el resultado, que se ve desde la plaza.</p>";

/// How many blocks go of a page that ends in such links below a weak label.
fn count_removals(links: [&str; 3]) -> usize {
    let text = PARAGRAPH.repeat(8);
    let link =
        |href| format!("<li><a href=\"{href}\">Lo que hay que saber de las plazas del puerto</a></li>");
    let list: String = links.iter().map(link).collect();
    let html = format!(
        "<html lang=\"es\"><head><meta property=\"og:type\" content=\"article\"></head><body><main><article>\
        <h1>El puerto abre otra vez</h1><div>{text}</div><div><h2>Más información</h2><ul>{list}</ul></div>\
        </article></main></body></html>"
    );
    let (surveyed, _) = survey_document(&Html::parse_document(&html));
    let found = analyse(&surveyed.outline, &Address::of(ADDRESS), &Settings::default(), &Words::all());
    found.plan.removals.len()
}

#[test]
fn links_to_other_parts_of_the_site_stay() {
    assert_eq!(
        count_removals(["/formularios/plaza-de-amarre", "/oficinas/puerto-viejo", "/tasas/tarifas-2026"]),
        0
    );
}

#[test]
fn links_to_where_the_article_stands_go() {
    assert_eq!(
        count_removals(["/noticias/2026/la-lonja", "/noticias/2026/el-faro", "/noticias/2026/las-barcas"]),
        1
    );
}
