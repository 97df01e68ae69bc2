//! A few sentences in every language.

/// A language, and a few sentences in it.
pub const SAMPLES: &[(&str, &str)] = &[
    (
        "af",
        "Die hawe is weer oop, en die mense wat hier woon het gesê dat hulle nie langer wil wag nie. Dit is goed vir die dorp, maar ook vir die boere wat hul vrugte met die trein stuur.",
    ),
    (
        "ar",
        "فتح الميناء أبوابه من جديد بعد عام كامل، وقال الصيادون إن هذا اليوم هو اليوم الذي انتظروه. وكان عدد كبير من السكان على الرصيف مع أطفالهم في الصباح، وسألوا عن موعد عودة القوارب إلى البحر.",
    ),
    (
        "az",
        "Liman yenidən açılıb və balıqçılar bu həftə dənizə çıxacaqlarını deyirlər. Təmir bir il davam edib, ancaq şəhər sakinləri daha geniş olan yeni körpü üçün sevinirlər. Uşaqlar da səhər tezdən valideynləri ilə gəlib, çünki onun açılışı böyük bayram kimi qeyd olunub.",
    ),
    (
        "bg",
        "Пристанището отново е отворено и рибарите казаха, че ще излязат в морето още тази седмица. Те са доволни от ремонта, но се оплакват, че по кея няма място за лодките на селото.",
    ),
    (
        "bn",
        "বন্দরটি আবার খুলেছে এবং জেলেরা বলেছেন যে তারা এই সপ্তাহেই সমুদ্রে যাবেন। মেরামতের কাজ এক বছর ধরে চলে, কিন্তু শহরের মানুষ খুশি, কারণ নতুন ঘাটটি বড় করা হয়েছে। নৌকার জন্য একটি নতুন জায়গা রাখা হয়েছে, আর সকাল থেকে শিশুরাও বাবা-মায়ের সঙ্গে এই ঘাটে এসেছে।",
    ),
    (
        "ca",
        "El port ha tornat a obrir i els pescadors diuen que aquesta setmana sortiran amb les barques. La reparació va durar un any, per això els veïns del barri s'han reunit una tarda per celebrar que tot s'ha acabat.",
    ),
    (
        "cs",
        "Přístav je znovu otevřen a rybáři říkají, že se na moře vrátí už v tomto týdnu. Oprava trvala rok, ale lidé z města jsou spokojeni, protože by jinak museli jezdit do sousedního přístavu.",
    ),
    (
        "da",
        "Havnen er åben igen, og fiskerne siger, at de vil sejle ud i denne uge. Det tog et år at bygge den nye kaj, der blev bestilt af kommunen, men ikke til den pris, som var aftalt på mødet.",
    ),
    (
        "de",
        "Der Hafen ist wieder offen, und die Fischer sagen, dass sie noch in dieser Woche auslaufen. Die Arbeiten haben ein Jahr gedauert, und nicht alle sind mit dem Ergebnis zufrieden. Auf den Kais ist es eng.",
    ),
    (
        "el",
        "Το λιμάνι άνοιξε και πάλι και οι ψαράδες λένε ότι θα βγουν στη θάλασσα αυτή την εβδομάδα. Η επισκευή κράτησε έναν χρόνο, αλλά οι κάτοικοι του χωριού είναι χαρούμενοι που τελείωσε, για την ώρα.",
    ),
    (
        "en",
        "The harbour is open again, and the fishermen say that they will go out to sea this week. It was closed for a year, and the people of the town are glad that the work is done.",
    ),
    (
        "es",
        "El puerto está abierto otra vez y los pescadores dicen que saldrán a la mar esta semana. La obra duró un año, pero las familias del pueblo están contentas con el resultado, que se ve desde la plaza.",
    ),
    (
        "et",
        "Sadam on jälle avatud ja kalurid ütlevad, et nad lähevad merele juba sel nädalal. Remont kestis aasta, aga see oli vajalik, kui mõelda, mis seisus kai varem oli. Ka linna elanikud on rahul.",
    ),
    (
        "fa",
        "بندر دوباره باز شد و ماهیگیران می‌گویند که در این هفته به دریا می‌روند. این کار یک سال طول کشید، اما مردم شهر از نتیجه آن راضی هستند و می‌گویند که برای کودکان هم خوب است.",
    ),
    (
        "fi",
        "Satama on jälleen auki, ja kalastajat sanovat, että he lähtevät merelle tällä viikolla. Korjaus kesti vuoden, mutta se oli tarpeen. Kaupungin asukkaat ovat iloisia, kun laituri on valmis.",
    ),
    (
        "fr",
        "Le port est de nouveau ouvert et les pêcheurs disent qu'ils sortiront en mer dans la semaine. Les travaux ont duré un an, mais la plupart des habitants du village sont contents, car une route est prévue pour les camions.",
    ),
    (
        "he",
        "הנמל נפתח שוב, והדייגים אומרים כי הם ייצאו אל הים כבר השבוע. התיקון ארך שנה, אבל הוא היה דרוש, גם אם לא כל תושבי העיר מרוצים. זה המחיר של עבודה טובה על הרציף, אמר ראש העיר, עם חיוך.",
    ),
    (
        "hi",
        "बंदरगाह फिर से खुल गया है और मछुआरों का कहना है कि वे इसी सप्ताह समुद्र में जाएंगे। मरम्मत में एक साल लगा, पर गांव के लोग खुश हैं। यह काम नगर की परिषद ने शुरू किया था।",
    ),
    (
        "hr",
        "Luka je ponovno otvorena i ribari kažu da će se na more vratiti već ovaj tjedan. Popravak je trajao godinu dana, ali su stanovnici grada zadovoljni jer je obala sada šira, što je od velike važnosti za turizam.",
    ),
    (
        "hu",
        "A kikötő újra nyitva van, és a halászok azt mondják, hogy ezen a héten már kimennek a tengerre. A javítás egy évig tartott, de nem volt hiábavaló, mert az új móló nagyobb, mint a régi. Ez is csak a kezdet.",
    ),
    (
        "id",
        "Pelabuhan itu dibuka lagi dan para nelayan mengatakan bahwa mereka akan melaut pada pekan ini. Perbaikan berlangsung satu tahun, tetapi warga kota senang dengan hasilnya karena dermaga yang baru tidak sempit lagi untuk perahu.",
    ),
    (
        "it",
        "Il porto è di nuovo aperto e i pescatori dicono che usciranno in mare già in questa settimana. I lavori sono durati un anno, ma gli abitanti della città non sono scontenti, perché la nuova banchina è più larga con una strada per i camion.",
    ),
    (
        "ja",
        "港が一年ぶりに開いた。漁師たちは今週から海に出ると話している。工事は長くかかったが、町の人々は新しい岸壁を喜んでいる。子どもたちも朝から見に来た。",
    ),
    (
        "ka",
        "პორტი ისევ გაიხსნა და მეთევზეები ამბობენ, რომ ამ კვირაში ზღვაში გავლენ. რემონტი ერთი წელი გაგრძელდა, მაგრამ ქალაქის მცხოვრებლები კმაყოფილი არიან, რადგან ახალი ნავმისადგომი, რომელიც უფრო ფართოა, დიდი ხანია უნდა აშენებულიყო. ეს იყო დიდი დღე და ბავშვებიც მოვიდნენ.",
    ),
    (
        "kk",
        "Порт қайтадан ашылды және балықшылар осы аптада теңізге шығамыз деп отыр. Жөндеу бір жылға созылды, бірақ бұл қала тұрғындары үшін қажет болды. Жаңа айлақ туралы ол ескісінен кең деп айтады, балалар да таңертең ата-анасы мен келді, жаңа жол да бар екен.",
    ),
    (
        "ko",
        "항구가 일 년 만에 다시 문을 열었다. 어부들은 이번 주에 바다로 나가겠다고 말했다. 공사는 오래 걸렸지만 마을 사람들은 새 부두를 보고 기뻐하고 있다.",
    ),
    (
        "lt",
        "Uostas vėl atidarytas, ir žvejai sako, kad į jūrą išplauks jau šią savaitę. Remontas truko metus, bet miesto gyventojai yra patenkinti, nes krantinė buvo sena ir siaura. Tai ne viskas, po metų bus tiesiamas kelias.",
    ),
    (
        "lv",
        "Osta ir atkal atvērta, un zvejnieki saka, ka šonedēļ dosies jūrā. Remonts ilga gadu, bet pilsētas iedzīvotāji ir priecīgi par jauno piestātni, kas ir platāka. Tā bija vajadzīga arī laivām, kas nāk no salām.",
    ),
    (
        "mk",
        "Пристаништето е повторно отворено и рибарите велат дека ќе излезат на море уште оваа недела. Поправката траеше една година, но жителите на градот се задоволни од неа, што не го очекуваа. За да се стигне до кејот, има нов пат со тротоар.",
    ),
    (
        "ms",
        "Pelabuhan itu dibuka semula dan para nelayan berkata mereka akan turun ke laut pada minggu ini. Kerja baik pulih mengambil masa setahun, tetapi penduduk telah lama menunggu kerana jeti yang lama tidak boleh digunakan untuk bot besar.",
    ),
    (
        "nl",
        "De haven is weer open en de vissers zeggen dat ze nog deze week gaan varen. Het werk heeft een jaar geduurd, maar de mensen in het dorp zijn blij met de nieuwe kade, die niet langer te smal is voor vrachtwagens.",
    ),
    (
        "no",
        "Havna er åpen igjen, og fiskerne sier at de vil dra ut på havet denne uka. Det tok et år å bygge den nye kaia, som ble bestilt av kommunen, men ikke til den prisen de hadde regnet med for arbeidet.",
    ),
    (
        "pl",
        "Port jest znowu otwarty i rybacy mówią, że w tym tygodniu wypłyną na morze. Remont trwał rok, ale mieszkańcy miasta nie narzekają, bo nowe nabrzeże jest szersze. Do portu prowadzi też droga, o jakiej marzyli z dawna.",
    ),
    (
        "pt",
        "O porto está aberto de novo e os pescadores dizem que vão sair para o mar ainda nesta semana. A obra durou um ano, mas as famílias da vila não se queixam, porque há uma estrada nova com passeio. Os barcos já estão no cais.",
    ),
    (
        "ro",
        "Portul este din nou deschis și pescarii spun că vor ieși în larg în această săptămână. Lucrările au durat un an, dar oamenii din sat nu se plâng, pentru că noul chei este mai lat și la el se ajunge cu mașina.",
    ),
    (
        "ru",
        "Порт снова открыт, и рыбаки говорят, что на этой неделе выйдут в море. Ремонт шел целый год, но жители города не жалуются: новый причал шире, и по нему можно пройти с коляской. Это стало ясно из отчета, как и цена.",
    ),
    (
        "sk",
        "Prístav je znova otvorený a rybári hovoria, že sa na more vrátia už tento týždeň. Oprava trvala rok, ale ľudia z mesta sú spokojní, lebo by inak museli chodiť do susedného prístavu. Cesta, ktorá vedie ku nim, je nová.",
    ),
    (
        "sl",
        "Pristanišče je spet odprto in ribiči pravijo, da se bodo na morje vrnili že ta teden. Popravilo je trajalo leto dni, ki so ga ljudje komaj čakali, pa tudi novi pomol je širši. Pri tem ne gre za malo denarja, ali ne.",
    ),
    (
        "sq",
        "Porti është hapur përsëri dhe peshkatarët thonë se do të dalin në det këtë javë. Riparimi zgjati një vit, por banorët e qytetit janë të kënaqur me punën që u bë. Kalata e re është më e gjerë dhe nuk është e ngushtë për varkat që vijnë nga fshati.",
    ),
    (
        "sr",
        "Лука је поново отворена и рибари кажу да ће се на море вратити већ ове недеље. Поправка је трајала годину дана, али су становници града задовољни, јер је обала шира од старе. У томе су сви сложни.",
    ),
    (
        "sv",
        "Hamnen är öppen igen och fiskarna säger att de ska gå ut till havs redan den här veckan. Det tog ett år att bygga kajen, som blev dyrare än väntat, men folk i byn är inte missnöjda. På mötet var det fullt av folk.",
    ),
    (
        "ta",
        "துறைமுகம் மீண்டும் திறக்கப்பட்டது, இந்த வாரமே கடலுக்குச் செல்வோம் என்று மீனவர்கள் கூறினர். பணிகள் ஒரு வருடம் நீடித்தன, ஆனால் நகர மக்கள் மகிழ்ச்சி அடைந்துள்ளனர். இது பழைய துறையை விட பெரியது என அவர் தெரிவித்தார். படகுகள் மற்றும் லாரிகள் நிற்க இடம் உள்ள இந்த துறை அந்த ஊருக்கு நல்லது.",
    ),
    (
        "th",
        "ท่าเรือเปิดอีกครั้งแล้ว และชาวประมงบอกว่าจะออกทะเลในสัปดาห์นี้ การซ่อมแซมใช้เวลาหนึ่งปี แต่ชาวเมืองพอใจกับท่าเรือใหม่ที่กว้างกว่าเดิม",
    ),
    (
        "tr",
        "Liman yeniden açıldı ve balıkçılar bu hafta denize çıkacaklarını söylüyor. Onarım bir yıl sürdü, ama kasaba halkı daha geniş olan yeni rıhtım için çok mutlu. Çocuklar da sabah erkenden gibi geldi, bir şenlik ile kutlandı.",
    ),
    (
        "uk",
        "Порт знову відкрито, і рибалки кажуть, що вже цього тижня вийдуть у море. Ремонт тривав рік, але мешканці міста не скаржаться, бо новий причал ширший, та й до нього є дорога. Це видно як з берега, так і від церкви.",
    ),
    (
        "ur",
        "بندرگاہ دوبارہ کھل گئی ہے اور ماہی گیروں کا کہنا ہے کہ وہ اسی ہفتے سمندر میں جائیں گے۔ مرمت میں ایک سال لگا، مگر شہر کے لوگ خوش ہیں۔ یہ کام بلدیہ نے شروع کیا تھا اور اس کی لاگت کو لے کر کسی نے شکایت نہیں کی۔",
    ),
    (
        "vi",
        "Cảng đã mở cửa trở lại và các ngư dân cho biết họ sẽ ra khơi trong tuần này. Việc sửa chữa kéo dài một năm, nhưng người dân của thị trấn không phàn nàn, vì bến mới được làm rộng hơn với những con đường tốt.",
    ),
    (
        "zh-Hans",
        "港口重新开放了，渔民们说这个星期就会出海。修理花了一年的时间，但是镇上的人对新码头都很满意，因为它比过去宽。孩子们也来看船，为大家唱歌。",
    ),
    (
        "zh-Hant",
        "港口重新開放了，漁民們說這個星期就會出海。修理花了一年的時間，但是鎮上的人對新碼頭都很滿意，因為它比過去寬。孩子們也來看船，為大家唱歌。",
    ),
];
