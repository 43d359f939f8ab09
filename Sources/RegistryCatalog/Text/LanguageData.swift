// Made by scripts/languages from CLDR 47 (cldr-core 47.0.0). Do not edit.

/// The data of CLDR 47 about languages: likelySubtags.xml, supplementalMetadata.xml (languageAlias),
/// supplementalData.xml (parentLocales) and scriptMetadata.txt.
enum LanguageData {
  /// The languages of each script, as codes of three bytes in ascending order. A space follows two letters.
  static let languages: [(script: String, codes: String)] = [
    (
      "Latn",
      """
      aa aaaaabaacaadaaeaagaahaaiaakaalaanaapaaqaasaauaawaaxaazabaabbabcabdabeabfabgabiabmabnaboabpabrabsabtabuabw\
      abxabyabzacaacbacdaceacfachacnacpacracsactacuacvacyaczadaadbaddadeadgadhadiadjadladnadoadqadradtaduadwadzaea\
      aekaelaemaeraeuaewaeyaezaf afdafeafhafiafkafnafoafpafsafuafzagaagbagcagdageagfaggaghagkaglagmagnagoagqagrags\
      agtaguagvagwagyagzahaahbahhahiahkahlahmahnahpahsahtaiaaicaidaieaifaigaikailaimaipairaitaiwaixaiyajaajgajiajn\
      ajwajzak akbakcakdakeakfakgakhakiaklakoakpakqakraksaktakuakwakzalaalcaldalealfalhalialjalmalnaloalpalqalualx\
      alyalzamaambamcameamfamgamiamjamkammamnamoampamqamramtamuamvamxamyamzan anaanbancandaneanfanganhanjankanlanm\
      annanoansantanvanwanxanyanzaoaaobaocaodaoeaofaogaoiaojaokaolaomaonaoraosaoxaozapbapeapfapgapiapjapkaplapmapn\
      apoappaprapsaptapuapvapwapxapyapzaqdaqgaqkaqmaqnaqraqtaqzardarearhariarjarkarlarnaroarparraruarwarxasaasbasc\
      asgashasiasjaslasnasoassastasuasvasxasyaszataatbatcatdateatgatiatjatkatlatmatoatpatqatratsattatuatwatxatyatz\
      auaaucaudaugauhauiaukaulaumaunauoaupauqaurautauuauwauyavbaviavkavmavnavoavsavtavuavvawbawcaweawgawhawiawkawm\
      awoawrawsawtawuawvawwawxawyaxbaxeaxgaxkaxlaxxay ayaaybaycaydayeaygayiaykayoayqaysaytayuayzaz azdazgazmaznazo\
      aztazzbaababbacbaebafbagbahbajbanbaobarbasbaubavbawbaybbabbbbbcbbdbbebbfbbgbbibbjbbkbbmbbnbbobbpbbqbbrbbsbbt\
      bbubbvbbwbbxbbybcabcbbcdbcebcfbcgbchbcibcjbckbcmbcnbcobcpbcrbcsbctbcubcvbcwbcybczbdabdbbdcbddbdebdfbdgbdhbdi\
      bdjbdkbdlbdmbdnbdobdpbdqbdrbdsbdtbdubdwbdxbdybeabebbecbedbefbehbeibekbembeobepbeqbesbetbeubevbewbexbeybezbfa\
      bfcbfdbfebffbfgbfhbfjbflbfmbfnbfobfpbfsbfxbgabgbbgfbggbgibgjbgobgrbgsbgtbgubgvbgybgzbhcbhfbhgbhlbhpbhqbhrbhs\
      bhvbhwbhybhzbi biabibbidbiebifbigbikbilbimbinbiobipbiqbirbitbiubivbiwbizbjabjbbjcbjgbjhbjibjkbjlbjnbjobjpbjr\
      bjsbjtbjubjvbjwbjxbjybjzbkabkcbkdbkfbkgbkhbkibkjbklbkmbknbkobkpbkqbkrbksbktbkubkvbkwbkxbkybkzblablbblcbldble\
      blfblhblibljblmblnbloblpblqblrblsblvblwblxblyblzbm bmabmbbmcbmdbmebmfbmgbmhbmibmkbmlbmmbmnbmobmpbmqbmrbmsbmu\
      bmvbmwbmxbmzbnabnbbncbndbnebnfbngbnibnjbnkbnmbnnbnobnpbnqbnrbnubnvbnwbnxbnybnzboabobboebofbohbojbokbolbombon\
      boobopboqborbotboubovbowboxboybozbpabpcbpdbpebpgbpibpjbpkbplbpmbpobppbpqbprbpsbptbpubpvbpwbpzbqabqbbqcbqdbqf\
      bqgbqjbqkbqlbqmbqobqpbqqbqrbqsbqtbqubqvbqwbqxbqzbr brcbrfbrgbribrjbrlbrmbrnbrpbrqbrrbrsbrtbrubrybrzbs bsabsb\
      bscbsebsfbsibsjbslbsmbsnbsobspbsrbssbsubsvbswbsxbsybtabtcbtebtfbtgbthbtibtjbtnbtobtpbtqbtrbtsbttbtubtwbtxbty\
      btzbubbucbudbuebufbugbuhbuibujbukbumbunbuobupbuqbusbutbuubuvbuwbuxbuybuzbvabvbbvcbvdbvebvfbvgbvhbvibvjbvkbvm\
      bvnbvobvqbvrbvtbvubvvbvwbvxbvybvzbwabwbbwcbwdbwfbwgbwhbwibwjbwkbwlbwmbwobwpbwqbwrbwsbwtbwubwwbwxbwybwzbxabxb\
      bxcbxfbxgbxhbxibxjbxlbxnbxobxpbxqbxsbxvbxwbxzbyabybbycbydbyebyfbyibyjbykbylbymbypbyrbysbyvbyxbyzbzabzbbzcbzd\
      bzebzfbzhbzjbzkbzlbzmbznbzobzpbzqbzrbztbzubzvbzwbzxbzybzzca caacabcaccadcaecafcagcahcajcakcalcamcancaocapcaq\
      carcascavcawcaxcaycazcbbcbccbdcbgcbicbjcbkcblcbocbqcbrcbscbtcbucbvcbwcbycccccdcceccgcchccjcclccmccoccrcdfcdr\
      ceacebcegcekcencetceycfacfdcfgcfmcgacgccggch chbchdchfchhchjchkchlchnchochpchqchtchwchychzciacibcicciecimcin\
      cipcirciwciycjecjhcjkcjncjocjpcjscjvcklckmcknckockqckrcksckuckvckxckyckzclaclccleclicljclkcllclmclocltclucly\
      cmacmecmicmlcmocmrcmscmtcnbcnccngcnhcnicnkcnlcnqcnscntcnwcnxco coacobcoccodcoecofcohcojcokcolcomcoocoqcotcou\
      coxcozcpacpbcpccpicpncpocpscpucpxcpycqdcracrbcrccrdcrfcrgcricrncrocrqcrscrtcrvcrwcrxcrycrzcs csacsbcsjcskcsm\
      csocsscstcsvcsycszctactcctecthctlctmctoctpctsctuctzcuacubcuccuhcuicujcukculcuocupcutcuvcuxcuycvgcvncwacwbcwe\
      cwgcwtcxhcy cyacybcyoczncztda daadacdaddaedagdahdaidajdakdaldamdaodasdaudavdawdaxdazdbadbbdbddbedbfdbgdbidbj\
      dbldbmdbndbodbpdbqdbtdbudbvdbwdbydcrddadddddeddgddiddjddnddrddsddwde decdeddeedegdeidekdeldemdendeqdesdevdez\
      dgadgbdgcdgddgedggdghdgidgkdgndgrdgsdgtdgwdgxdgzdhgdhldhmdhrdhsdhudhvdhxdiadibdicdiddifdigdihdiidijdildindio\
      dipdirdisdiudiwdixdiydizdjadjbdjcdjddjedjfdjidjjdjkdjmdjndjodjrdjudjwdkgdkkdkrdksdkxdlmdlndmadmbdmcdmddmedmg\
      dmmdmodmrdmsdmudmvdmwdmxdmydnadnddnednidnjdnkdnndnodnrdntdnwdnydoadobdocdoedofdohdokdoldondoodopdordosdotdov\
      dowdoydppdrcdrgdridrldrndrodrtdrudsbdshdsidskdsndsqdtadtbdtddthdtidtkdtmdtodtpdtrdtsdttdtuduaducduedufdugdui\
      dukduldumdunduodupduqdurduuduvduwduxduyduzdvadwadwrdwsdwudwwdwydyadybdyddygdyidymdyndyodyrdyudyydzadzddzedzg\
      dzneaaebcebgebkeboebrebuee efaefeefiegaeglegmegoehueipeiteivejaekaekeekgekieklekmekoekpekreleelkelmeloeluema\
      embemeemiemmemnempemsemwemxemzen enaenbencendenlenmennenoenqenrenvenwenxeo eotepiergerherierkerrerserterwes\u{20}\
      eseesiesmessesuesyet etbetnetoetretsetuetxetzeu eudevhewoexteyaeyoezaezefaafabfadfaffagfahfaifajfakfalfamfan\
      fapfarfaufaxfblferff ffiffmfgrfi fiefiffilfipfirfitfiwfj fkkfkvflaflhflifllflnflrflyfmpfnbfngfnifo fodfoifom\
      fonforfosfpefqsfr frcfrdfrkfrmfrofrpfrqfrrfrsfrtfudfuefuffuhfuifumfunfuqfurfutfuufuvfuyfvrfwafwefy ga gaagab\
      gacgadgaegafgaggahgaigajgakgalgamgaogapgargatgawgaxgaygbagbbgbdgbegbfgbggbhgbigbngbpgbqgbrgbsgbugbvgbwgbxgby\
      gccgcdgcfgclgcngcrgctgd gdcgddgdegdfgdggdhgdigdjgdkgdlgdmgdngdqgdrgdtgdugeagebgecgedgefgeggehgeigejgekgelgeq\
      gesgevgewgexgeygfkggaggbggdggeggkgglggtgguggwghcghkghnghsgiagibgicgidgiegihgilgimgipgiqgirgisgitgixgiygizgjm\
      gjngjrgkagkdgkegkngkogkpgkugl glbglcgljgllgloglrgluglwgmagmbgmdgmggmhgmmgmngmrgmugmxgmzgn gnagnbgncgndgnegng\
      gnhgnignjgnkgnlgnmgnngnqgnrgntgnugnwgnzgoagobgocgodgoggohgoigolgoogopgoqgorgosgougovgowgoxgoygpagpegpngqagqn\
      gqrgrbgrdgrggrhgrigrjgrmgrqgrsgrvgrwgrxgrygrzgslgsngsogspgswgtagtuguagubgucgudguegufguhguigukgulgumgunguogup\
      guqgurgutguuguwguxguzgv gvagvcgvegvfgvjgvlgvmgvngvogvpgvsgvygwagwbgwdgwegwggwigwjgwmgwngwrgwugwwgwxgxxgybgyd\
      gyegyfgyggyigylgymgyngyrgyygyzgzagznha haahadhaehaghahhaihajhalhamhanhaohaphaqhashavhawhaxhayhbahbbhbnhbuhch\
      hedheghehheihemhgmhgwhhihhrhhyhiahibhidhighihhijhikhilhiohirhiwhixhjihkahkehkkhlahldhlthmahmbhmfhmmhmnhmphmr\
      hmshmthmuhmvhmwhmyhmzhnahnghnhhnihnnhnsho hoahobhodhoehoiholhomhoohophorhothovhr hrahrchrehrkhrmhrohrphruhrw\
      hrxhsbht htihtohtshtuhu hubhuchudhuehufhughuhhuihukhulhumhuphurhushuuhuvhuwhuxhvchvehvkhvnhvvhwahwchwohyahz\u{20}\
      ia iaiianiaribaibbibdibeibgibhiblibmibnibribuibyicaichicrid idaidbidciddideidiidridsidtiduie ifaifbifeiffifk\
      ifmifuifyig igbigeiggigligmignigoigsigwihbihiihpihwiinijcijeijjijnijsik ikhikiikkiklikoikpikriktikvikwikxikz\
      ilailbilgiliilkilmiloilpiluilvimiimlimnimoimrimsimtin inbinginjinninoinpio iouiowipiipoiquiqwireirhiriirkirn\
      irxiryis isaiscisdishisiismisnisoistisuit itbitditeitiitmitoitritsittitvitwitxityitziumivbivviwkiwmiwoiwsixc\
      ixliyaiyoiyxizhizmizrizzjaajabjacjaejafjahjajjakjaljamjanjaojaqjasjaujaxjayjazjbijbjjbkjbmjbojbrjbtjbujbwjeb\
      jehjeijekjeljenjerjetjeujgbjgkjgojhijiajibjicjidjiejigjiljimjitjiujivjiyjjrjkajkojkujlejmajmbjmcjmdjmijmnjmr\
      jmsjmwjmxjngjnijnjjobjodjorjowjqrjrajrrjrtjrujuajubjudjuhjuijukjumjuojupjurjutjuujuwjv jvdjvnjw jwijyykabkac\
      kadkagkahkaikajkakkamkaokaqkavkaxkaykbakbbkbckbekbhkbikbjkbkkblkbmkbnkbokbpkbqkbrkbskbtkbvkbwkbxkbzkcbkcckcd\
      kcekcfkcgkchkcikcjkckkclkcmkcnkcokcpkcqkcskctkcukcvkcwkczkdakdckddkdekdfkdgkdhkdikdjkdkkdlkdmkdnkdpkdrkdwkdx\
      kdykdzkeakebkeckedkeekefkegkehkeikekkelkemkenkeokerkeskeukewkezkffkflkfnkfokfvkfwkfzkg kgakgbkgekgfkgkkglkgo\
      kgpkgqkgrkgskgtkgukgvkgwkgxkhakhckhdkhekhhkhjkhlkhpkhqkhrkhskhukhxkhykhzki kiakibkickidkiekigkihkijkilkiokiq\
      kiskitkiukivkiwkixkiykizkj kjakjbkjckjdkjekjikjjkjkkjmkjnkjqkjrkjskjukjxkjykkakkbkkckkdkkekkgkkikkjkkkkklkkm\
      kkokkpkkqkkrkkskkukkvkkwkkxkkykkzkl klaklbklckldklfklgklhkliklkkllklmklnkloklpklqklskltkluklvklwklxklyklzkma\
      kmbkmckmdkmekmfkmgkmhkmikmkkmlkmmkmnkmokmpkmqkmskmtkmukmvkmwkmxkmyknaknbkndkneknfkniknjknkknlknmknoknpknqknr\
      knskntknuknvknwknxknyknzkoakockodkoekofkogkohkolkookopkoqkoskotkoukovkowkoykozkpakpckpdkpekpfkpgkphkpikpjkpk\
      kplkpmkpnkpokpqkprkpskpukpwkpxkpzkqakqbkqckqekqfkqgkqhkqikqjkqkkqlkqmkqnkqokqpkqqkqrkqskqtkqukqvkqwkqxkqzkr\u{20}\
      krbkrdkrekrfkrhkrikrjkrlkrnkrpkrskrtkrwkrxkrykrzksbkscksdkseksfksgkshksiksjkskkslksmksnksokspksqksrksskstksv\
      ksxktaktcktdktfktgkthktiktjktkktmktnktoktqktskttktuktvktwktxktyktzku kubkuckudkuekugkuhkuikujkukkulkunkuokup\
      kuqkuskutkuukuvkuwkuxkuykuzkvbkvckvdkvekvfkvgkvhkvikvjkvlkvmkvnkvokvpkvrkvvkvwkvzkw kwakwbkwckwdkwekwfkwgkwh\
      kwikwjkwkkwlkwmkwnkwokwpkwrkwskwtkwukwvkwwkwykwzkxakxbkxckxdkxikxjkxnkxokxqkxrkxtkxvkxwkxxkxykxzkyakybkyckyd\
      kyekyfkygkyhkyikyjkykkylkymkynkyokyqkyrkyskytkyxkyykyzkzakzbkzckzdkzekzfkzikzkkzlkzmkznkzokzpkzrkzskzukzvkzw\
      kzxkzykzzla laalaclaglailajlallamlanlaplaqlarlaslaulawlaxlazlb lbblbilbllbnlbqlbtlbulbvlbwlbxlbylbzlcclcdlce\
      lcflchlcllcmlcqlcsldaldblddldgldhldildjldkldlldmldnldoldpldqlealeblecledleeleflehleilejleklellemlenleoleqler\
      lesletleulevlewlexleylfalfnlg lgalgblgglghlgilgklgllgmlgnlgolgqlgrlgtlgulgzlhalhhlhilhnlhtlhuli lialibliclid\
      lieliglihlijliklilliolipliqlirliulivliwlixliylizljaljeljiljlljpljwljxlkalkblkclkdlkelkjlkllkmlknlkolkrlkslkt\
      lkulkyllallbllclldllellfllgllilljllklllllmllnllpllqllullxlmalmblmclmdlmelmflmglmilmjlmklmllmolmplmqlmrlmulmv\
      lmwlmxlmyln lnalnblndlnglnhlnilnjlnllnmlnnlnslnulnwlnzloaloblocloeloglohloilojloklollomlonlooloploqlorloslot\
      loulowloxlozlpalpelpnlpxlqrlralrglrilrmlrnlrolrtlrvlrzlselsilsmlsrlt ltglthltiltnltoltsltulu lualucludlueluf\
      luilujlullumlunluolupluqlurluslutluwluylv lvalvilvklvllvulwalwelwglwhlwolwtlwwlxmlynlzllznlzzmaamabmadmaemaf\
      majmakmammanmaqmasmatmaumavmawmaxmazmbambbmbcmbdmbfmbhmbimbjmbkmblmbmmbnmbombpmbqmbrmbsmbtmbumbvmbwmbxmbzmca\
      mcbmccmcdmcemcfmcgmchmcimcjmckmclmcmmcnmcomcpmcqmcrmcsmctmcumcvmcwmcxmcymczmdamdbmdcmddmdgmdhmdimdjmdkmdmmdn\
      mdpmdqmdrmdsmdtmdumdvmdwmdzmeamebmecmedmeemehmejmekmelmemmenmeomepmeqmermesmetmeumevmewmeymezmfbmfcmfdmfemff\
      mfgmfhmfjmfkmflmfmmfnmfomfpmfqmfrmftmfumfvmfwmfxmfymfzmg mgbmgcmgdmgemgfmggmghmgimgjmgkmglmgmmgnmgomgqmgrmgs\
      mgtmgumgvmgwmgymgzmh mhbmhcmhdmhemhfmhgmhimhkmhlmhmmhnmhomhpmhqmhsmhtmhumhwmhxmhymhzmi miamibmicmiemifmigmih\
      miimijmikmilmimminmiomipmiqmirmitmiumiwmixmiymizmjbmjcmjdmjemjgmjhmjimjjmjkmjmmjnmjsmjwmjxmjymkamkcmkfmkjmkk\
      mklmknmkomkpmkrmksmktmkumkvmkwmkxmkymkzmlamlbmlcmlemlhmlimljmlkmllmlnmlomlpmlqmlrmlsmlumlvmlwmlxmlzmmammbmmc\
      mmdmmemmfmmgmmhmmimmmmmnmmommpmmqmmrmmtmmummvmmwmmxmmymmzmnamnbmndmnemnfmngmnhmnlmnmmnnmnpmnqmnrmnumnvmnxmny\
      mnzmo moamocmodmoemogmohmoimojmokmommoomopmoqmormosmotmoumovmowmoxmoymozmpampbmpcmpdmpempgmphmpimpjmpkmplmpm\
      mpnmpomppmpqmprmpsmptmpumpvmpwmpxmpymqamqbmqcmqemqfmqgmqhmqimqjmqkmqlmqmmqnmqomqpmqqmqrmqsmqumqvmqwmqxmqymqz\
      mrbmrcmrfmrgmrhmrkmrlmrmmrnmrpmrqmrsmrtmrumrvmrwmrxmrymrzms msbmscmsemsfmsgmshmsimsjmskmslmsmmsnmsomspmsqmss\
      msumsvmswmsxmsymszmt mtamtbmtcmtdmtemtfmtgmthmtimtjmtkmtlmtnmtomtpmtqmtsmttmtumtvmtwmtxmtymuamubmucmuemugmuh\
      muimujmummuomuqmurmusmuumuxmuymvamvdmvgmvhmvkmvlmvnmvomvpmvqmvrmvsmvtmvumvvmvwmvxmwamwbmwcmwemwfmwgmwhmwimwk\
      mwlmwmmwnmwomwpmwqmwsmwumwvmwzmxamxbmxcmxdmxemxfmxgmxhmximxjmxkmxlmxmmxnmxomxpmxqmxrmxsmxtmxumxvmxwmxxmxymxz\
      mybmycmyemyfmygmyhmyjmykmylmypmyrmyumywmyxmyymzamzdmzemzhmzimzjmzkmzlmzmmzomzpmzqmzrmztmzumzvmzwmzxmzzna naa\
      nabnacnaenafnagnajnaknalnamnapnaqnarnasnatnawnaxnaynaznb nbanbbnbcnbdnbenbhnbinbjnbknbmnbnnbonbpnbqnbrnbtnbu\
      nbvnbwnbyncancbnccncencfncgnchncincjncknclncmncnnconcrnctncuncxncznd ndandbndcnddndgndhndindjndkndlndmndnndp\
      ndqndrndsndtndundvndwndxndyndzneanebnecnedneenejneknemnenneoneqnernetneunexneyneznfanfdnflnfrnfung ngangbngc\
      ngdngenggnghngingjngknglngmngnngpngqngrngsngungvngwngxngyngznhanhbnhcnhdnhenhfnhgnhinhknhmnhnnhonhpnhqnhrnht\
      nhunhvnhwnhxnhynhznianibnidnienifnignihniinijnilnimninniqnirnisniuniwnixniyniznjanjbnjdnjhnjinjjnjlnjmnjnnjo\
      njrnjsnjtnjunjxnjynjznkankbnkcnkdnkenkfnkgnkhnkinkjnkknkmnknnkonkqnkrnksnktnkunkvnkwnkxnkznl nlanlcnlenlgnlj\
      nlknlonlqnlunlvnlwnlynlznmanmbnmcnmdnmenmfnmgnmhnminmjnmknmlnmnnmonmpnmqnmrnmsnmtnmunmvnmwnmxnmznn nnannbnnc\
      nndnnennfnngnnhnninnjnnknnlnnmnnnnnqnnrnntnnunnvnnwnnynnzno noanocnofnohnojnoknopnoqnotnounovnownoynpgnphnpl\
      npnnponpsnpunpxnpynqgnqknqlnqmnqnnqqnqtnqynr nranrbnrenrfnrgnrinrknrlnrmnrpnrunrxnrznsansbnscnsensgnshnsmnsn\
      nsonsqnssnsunswnsxnsynszntdntentgntintjntkntmntontpntrntuntxnuanucnudnuenufnugnuhnuinujnuknumnunnuonupnuqnur\
      nusnutnuunuvnuwnuxnuynuznv nvhnvmnvonwbnwenwgnwinwmnwonwrnwwnxanxdnxenxgnxinxlnxnnxonxqnxrnxxny nybnycnydnye\
      nyfnygnyhnyinyjnyknymnynnyonypnyrnysnytnyunyvnyxnyynzanzbnzdnzinzknzmnzrnzunzynzzobiobkobloboobtobuoc ocaoco\
      ocuodaodtoduofsofuogbogcoggogooguohuoiaoieoinojbojcojvojwokaokbokcokdokeokgokiokkokroksokuokvokxoldolkolmolo\
      olroltoluom omaombomcomgomiomlomoomtomuomwonaoneongonionjonkonnonoonponronsontonuonxoodooropaopkopmopooptopy\
      oraorcoreorgornoroorrorsorworxorzosoospostosuosxotdoteotiotlotmotnotqotrotsottotuotwotxotzouboueoumovdowiowl\
      oydoymoyyozmpabpacpadpaepafpagpahpaipakpampaopapparpaspaupavpawpaxpaypazpbbpbcpbepbfpbgpbhpbipblpbmpbnpbopbp\
      pbrpbspbvpbypcapccpcdpckpcmpcnpcppcwpdapdcpdnpdopdtpdupeapebpedpeepeipekpelpempeppeqpevpexpeypezpfapfepflpga\
      pgipgkpgspguphgphhphmpiapibpicpidpifpigpihpijpilpimpinpiopippirpispitpiupivpiwpixpiypizpjtpkbpkgpkhpknpkopkp\
      pkupl plaplbplcpldpleplgplhplnploplrplspluplvplwplzpmapmbpmdpmepmfpmipmjpmlpmmpmnpmopmqpmrpmspmtpmwpmxpmypmz\
      pnapncpndpnepngpnhpnipnjpnkpnlpnmpnnpnopnppnqpnrpnspnvpnwpnypnzpocpoepofpogpohpoipokpomponpoopoppoqpospotpov\
      powpoyppeppippkpplppmppnppopppppqppspptpqapqmpreprfprgprhpriprkprmproprqprrpruprwpsapsepsmpsnpsqpsspswpt pta\
      pthptiptnptoptpptrpttptuptvpuapubpucpudpuepufpugpuipujpuopuppuqpurputpuupuwpuxpuypwapwbpwgpwmpwnpxmpyepympyn\
      pyupyypzepzhpznqu quaqubqucqudqufqugquiqukqulqumqunqupquqqurqusquvquwquxquyqvaqvcqveqvhqviqvjqvlqvmqvnqvoqvp\
      qvsqvwqvzqwaqwcqwhqwmqwsqwtqxaqxcqxhqxlqxnqxoqxpqxrqxtqxuqxwqyaqypracradragrairakramranraoraprarrawraxrayraz\
      rbkrblrbprcfrearebreeregrejrelremrenresretreyrgargnrgrrgsrgurhpriarifrilrimrinrirritriurjgrkbrkhrkmrkwrm rma\
      rmbrmcrmdrmermfrmgrmhrmkrmlrmmrmnrmormprmqrmurmwrmxrn rndrngrnlrnnrnrrnwro robrocrodroerofrogrolromrooropror\
      rourowrpnrptrrirrmrrorrtrswrtcrthrtmrubrucrufrugruirukruorupruqruuruyruzrw rwarwkrwlrwmrworxdrxwsaasabsacsad\
      saesafsajsaksaosaqsarsassausavsawsaxsaysbasbbsbcsbdsbesbgsbhsbisbjsbksblsbmsbosbpsbqsbrsbssbtsbvsbwsbxsbysbz\
      sc scbscescfscgschsciscnscoscsscvscwsdasdcsdesdjsdksdnsdosdqsdusdxse seasebsecsedseesefsegsehseisejseksenseo\
      sepseqsersessetseusevsewseysezsfesfwsg sgasgbsgcsgdsgesgisgmsgpsgssgusgzshashbshcsheshgshhshjshkshoshpshqshr\
      shsshtshwshyshzsibsidsiesifsigsihsiisijsiksilsimsiqsirsissiusivsiwsixsjasjbsjesjgsjlsjmsjrsjusjwsk skaskcskd\
      skeskfskgskhskiskmsknskoskpskqskssktskuskvskwskxskyskzsl slcsldslgslhslisljsllslmslnslpslrsluslwslxslyslzsm\u{20}\
      smasmbsmcsmfsmgsmjsmksmlsmnsmqsmrsmssmtsmwsmxsmzsn sncsnesnfsngsnisnjsnksnlsnmsnnsnosnpsnqsnrsnssnusnvsnwsnx\
      snysnzso sobsocsodsoesoksolsoosopsoqsorsossovsowsoxsoysozspbspcspdspespgspispksplspmspnsposppspqsprspssq sqa\
      sqhsqmsqusrasresrfsrgsrisrksrlsrmsrnsrosrqsrrsrssrtsrusrvsrwsryss ssbsscssdssessfssgssjsslssmssnssossqsstssu\
      ssvssxssysszst stastbstestfstgsthstistjstkstlstmstnstostpstqstrsttstwsu suasubsucsuesugsuisujsuksuosuqsursus\
      sutsuvsuwsuysv svbsvcsvesvmsvssw swfswgswjswkswmswoswpswqswrswsswtswuswwswxswysxbsxesxnsxrsxssxwsyasybsyisyk\
      symsyosyssyxszaszbszcszgszlsznszpszvszwszytaatactadtaetaftagtaktaltantaotaptaqtartastautavtawtaxtaytaztbatbc\
      tbdtbetbftbgtbhtbitbjtbltbmtbntbotbptbstbttbutbvtbwtbxtbytbztcatcbtcctcdtcetcftcgtchtcitcktcmtcptcqtcstcutcw\
      tcztdctdetditdjtdktdltdmtdntdotdqtdrtdstdttdvtdxtdyteatebtectedteetegtehteitektemtenteotepteqtertetteutevtew\
      texteyteztfitfntfotfrtfttgatgbtgctgdtghtgitgjtgntgotgptgqtgstgttgutgvtgwtgxtgytgzthdthhthkthpthtthuthvthythz\
      tictiftihtiitiktiltimtiotiptiqtistittiutivtiwtixtiytjatjgtjitjjtjntjptjstjutjwtk tkatkdtketkftkgtkltkptkqtkr\
      tkutkvtkwtkxtkztl tlatlbtlctldtlftlgtlitljtlktlltlmtlntlptlqtlrtlstlttlutlvtlxtlytmatmbtmctmdtmetmftmgtmhtmi\
      tmjtmltmmtmntmotmqtmttmutmvtmwtmytmztn tnatnbtnctndtngtnhtnitnktnltnmtnntnotnptnqtnrtnstnttnwtnxtnyto tobtoc\
      todtoftogtohtoitojtoktoltomtootoptoqtortostoutowtoxtoytoztpatpctpetpftpgtpitpjtpktpltpmtpntpptprtpttpvtpxtpy\
      tpztqbtqltqmtqntqotqptqttqutqwtr trbtrctretrftrhtritrjtrltrntrotrptrqtrrtrstrttrutrvtrxtrytrzts tsatsbtsctsg\
      tshtsitsltsptsrtsttsutsvtswtsxtszttbttcttdttettfttittjttkttlttmttnttpttrtttttuttvttwttytuatubtuctudtuetuftug\
      tuhtuitujtultumtuntuotuqtustuutuvtuxtuytuztvatvdtvetvitvktvltvmtvotvstvttvutvwtvxtwatwbtwdtwetwftwgtwhtwltwn\
      twotwptwqtwrtwttwutwwtwxtwytxatxetxitxjtxmtxntxqtxstxttxutxxtxyty tyatyetyhtyityjtyltyntyptystyttyutyxtyytyz\
      tzhtzjtzltzmtzntzotzxuamuarubaubiublubrubuubyudaudjudluduuesufiugbugeuhauhnuisuivujiukaukgukhukkukpukqukuukv\
      ukwukyulaulbuleulfuliulkulmulnuluulwulyumaumbumdumgumiummumnumoumpumrumsunauneunguniunkunmunnunuunzuonupiupv\
      uraurburcureurfurgurhuriurmurnurourpurrurturuurvurwurxuryurzusausiuskuspussusuutauteuthutputrutuuuruveuvhuvl\
      uwauyauz vaevagvajvalvamvanvaovapvarvauvbbvbkve vecvemveovepvervi vicvidvifvigvilvinvitvivvkavkjvkkvklvkmvkn\
      vkovkpvktvkuvkzvlpvlsvmavmbvmcvmevmfvmgvmivmjvmkvmlvmmvmpvmqvmrvmsvmuvmwvmxvmyvmzvnkvnmvnpvo vorvotvravrovrs\
      vrtvtovumvunvutvwawa waawabwacwadwaewafwagwahwaiwajwamwanwapwaqwarwaswatwauwavwawwaxwaywazwbawbbwbewbfwbhwbi\
      wbjwblwbmwbpwbtwbvwbwwcawciwddwdgwdjwdkwdtwduwdywecwedwegwehweiwemweowepwerweswetweuwewwfgwgawgbwggwgiwgowgu\
      wgywhawhgwhkwhuwibwicwiewifwigwihwiiwijwikwilwimwinwirwiuwivwiywjawjiwkawkdwkrwkwwkywlawlgwlhwliwlmwlrwlswlu\
      wlvwlwwlxwmawmbwmcwmdwmhwmiwmmwmnwmowmswmtwmwwmxwnbwncwndwngwnkwnmwnnwnownpwnuwnwwnywo woawobwocwodwoewofwog\
      woiwokwomwonwooworwoswowwpcwrbwrgwrhwriwrkwrlwrmwrowrpwrrwrswruwrvwrwwrxwrzwsawsiwskwsrwsswsuwtbwtfwthwtiwtk\
      wtwwuawubwudwulwumwunwurwutwuvwuxwuywwawwbwwowwrwwwwxwwybwyiwymwynwyrwyyxaaxabxaixajxakxamxaoxarxatxauxavxaw\
      xayxbbxbdxbexbgxbixbjxbmxbnxbpxbrxbwxbyxchxdaxdkxdoxdyxedxegxemxerxesxetxeuxgbxgdxggxgixgmxguxgwxh xhvxiixin\
      xirxiyxjbxjtxkbxkdxkexkgxklxknxkqxkrxksxktxkuxkvxkwxkxxkyxkzxlaxmaxmbxmcxmdxmgxmhxmjxmmxmoxmpxmqxmtxmuxmvxmw\
      xmxxmyxmzxnbxnixnjxnkxnmxnnxnqxntxnuxnyxnzxocxodxogxoixokxomxonxooxopxorxowxpaxpbxpdxpfxphxpjxpkxplxpnxpoxpq\
      xptxpvxpwxpxxpzxraxrbxrdxrexrgxrixrrxruxrwxsbxsexshxsixsmxsnxspxsqxsuxsyxtaxtbxtcxtdxtexthxtixtjxtlxtmxtnxtp\
      xtsxttxtuxtvxtwxtyxudxulxumxunxuoxutxuuxvnxvoxvsxwaxwdxwexwjxwkxwlxwrxwtxwwxxbxxkxxmxxrxxtxyaxybxyjxykxylxyt\
      xyyxzpyaayabyacyadyaeyafyagyahyajyakyalyamyanyaoyapyaqyaryasyatyauyavyawyaxyayyazybaybbybeybjyblybmybnyboybx\
      ybyyclycnycrydaydeydkyecyeeyeiyelyeryesyetyevyeyygaygiyglygmygryguygwyiayiiyijyilyimyiryisykaykiykkykmykoykr\
      ykyylaylbyleylgyliyllylryluylyymbymeymgymkymlymmymnymoympyndyngynlynqynsynuyo yobyogyokyolyomyonyotyrayrbyre\
      yrlyrmyroyrsyrwyryyssytwytyyuayubyucyufyuiyujyulyumyunyupyuqyuryutyuwyuzyvayvtywaywgywnywrywwyxayxgyxlyxmyxu\
      yxyyyryyuza zaazabzaczadzaezafzagzahzajzakzamzaozapzaqzarzaszatzavzawzaxzayzazzbczbezbtzbuzbwzcazeazegzemzga\
      zgrzhizhnzhwziazikzilzimzinziwzizzkazkdzkpzkuzlazlmzluzmazmbzmczmdzmezmfzmgzmhzmizmjzmkzmlzmmzmnzmozmpzmqzmr\
      zmszmtzmuzmvzmwzmxzmyzmzznaznezngznkznszoczohzomzoozoqzorzoszpazpbzpczpdzpezpfzpgzphzpizpjzpkzplzpmzpnzpozpp\
      zpqzprzpszptzpuzpvzpwzpxzpyzpzzrnzrozrszsazsrzsuzteztgztlztmztnztpztqztszttztuztxztyzu zuhzunzuyzyjzypzza
      """
    ),
    (
      "Arab",
      """
      aaoabhabvacmacqacwacxadfaebaecaeeaeqafbaibaiqapcapdar arqarsaryarzaskatnaujauzavdavlayhaylaynaypazbbalbdzbej\
      bftbgnbgpbhebhmbjmbqibrhbrkbshbskchgcjackbclhdccdefdehdgldmkdmleshfa fayfazfiafubgbzgggghaghrgiggjkgjuglhglk\
      gwcgwfgwtgzihachazhkhhndhnohohhrzhssiskjadjatjbnjdgjndjogkbukbykcykfmkhwkljkmzks ktlkvxkxplahlkilrclrklrllsa\
      lssluvluzmbymdemfamfimhjmkimnjmvemvymznnlinlmntznyqodkoruotapbtphlphrphvplkprcprdprxps pshpsipstqxqrdbrmtsbn\
      sclsd sdbsdfsdgsdhsdssgrsgyshdshmshushvsiysizskrsmysqosqtsrhsrzsshstsswbtjotkstovtratrmtrwug ur ushuzsvafvgr\
      vmhwbkwlownewniwsvxhexkaxkcxkjxkpxviydgzbazdjzum
      """
    ),
    (
      "Deva",
      """
      agiahranpanqanraphasrawabapbeebfbbfybfzbgcbgdbgqbgwbhabhbbhdbhibhjbhobhtbhubiybjjbmjbnsbpxbrabrdbrxbtvbyhbyw\
      cdhcdjcdmchxcihctndaqdhidhodhwdoidrqdrydtyduhdusdwzemgemufmugbkgbmgdxghegojgokgongragvrgyohi hifhlbhnehochoj\
      hoyhutjeejmljnljnsjulkexkfbkfkkfpkfqkfrkfskfukfxkfykgjkgykhnkifkipkjlkjokktkleklrkmjknnkokkrakrukszktekyvkyw\
      laelbflbmlbrlhmliflmhloyluumagmaimgpmjlmjtmjzmkbmkemr mrdmrrmtrmutmwrnaoncdne newnlxnmmnoenoinwxolaoonpchpci\
      pggphdphwpumpwrraarabrafrajravrjirjsrtwrwrsa sckscpsgjsjpskjsoisrxswvsywtajtdbtdgtdhtgethethfthlthqthrthstij\
      tkbtktttztwmvahvasvavvayvjkwbrwmewtmxnrxsrybhybi
      """
    ),
    (
      "Cyrl",
      """
      ab adyagxakvalraltaniaqcatvav ba be bg bhhbphbuabxmce chmcjicktclwcrhcu cv darddodlgdngenfenheveevngdogingld\
      huzinhitljctjdtkaakapkbdkcaketkhvkimkjhkk koikptkpykrckrkkumkv kvaky lbelezmdfmk mn mnsmrjmtmmudmyvndfnegnio\
      nivnogoaaoacomkorvos paqrskru ruerutsahselsghsiasjdsjtsr stytabtg tintt tyvudeudiudmughuk ulcxalxasxdqxpmxrm\
      xrnxwoyaiykgykhynkyrkysryugyuxzkozkz
      """
    ),
    (
      "Tibt",
      """
      adxbfubkkbo brocgkcnadkadredz dzlghtgoejdajyakbgkhgkjzkkflbjlkhluklyamuknehnpboleotbsbusgtsipspttcntgftsjxkf\
      zau
      """
    ),
    (
      "Mymr",
      """
      aioblkbwecshdnudnvhpointjkmkhtkjpksukswkvqkvtkxfkxkmnwmwtmy obromxpcephkpllpwopyxrbbrkirmzshntcotjltvn
      """
    ),
    (
      "Ethi",
      """
      agjahgalwam anuawnbcqbstbyndoxdrsgezgmvgofgruharhdyiorkqyktbmdxmdymuzmvzmymsgwstvti tigwalwlexanzwa
      """
    ),
    ("Thai", "bzicbncogkdtkhfkjtkxmlcplwllwmmkmmlfmpzmranylnywphtphuprtpwwskbsouth thmttsugourkyoy"),
    ("Hebr", "aijczkhbohe huyitkiw jbeji jpajprjrbjyeladlsdtrgyhdyi yihyudzrp"),
    ("Beng", "aotas bn bpycdzctgdergrtkdqmnirahrktsdrsylunrunx"),
    ("Hani", "howokoswizchzehzgbzgmzgnzhdzljzlnzlqzqezygzynzzj"),
    ("Orya", "bdvbfwdsodwkgaqgbjgdbjunjuyor pegreispvukixiszrg"),
    ("Laoo", "alkbrvkjgkuflbolo ncqngtphosctsqqssstthtto"), ("Mlym", "aafallkevkfhmjqmjrmjvml pcfpcgpkrudgyea"),
    ("Taml", "bfqcttctyerairukfekfimuvta tcxvaaxubxuj"), ("Grek", "aatbgxcpgecrel grcpntscxtsduumxpgyej"),
    ("Hans", "cdocjycnpcspczhganhakhsnlzhnanwuuzh "), ("Syrc", "aiiamwbhnbjfhrtkqdlhsoarsycsynsyrtmr"),
    ("Telu", "cdegaukeykfclmnmjunitortpcjte wbqyeu"), ("Yiii", "ii nosnsdnsfnsvntysmhyigyivysdysnysp"),
    ("Cans", "cr crjcrkcrlcrmcswiu nskoj ojs"), ("Khmr", "brbkm krrkrvokzpcbrkasmutpuxhm"),
    ("Plrd", "hmdktplposfmygpynaysyywqywu"), ("Knda", "brwkfakfdkfgkn tcyvmd"), ("Geor", "bbljgeka oavsvaxmf"),
    ("Gujr", "cdidhndubgasgblgu "), ("Brah", "khopkapmhpsuxtq"), ("Tfng", "ghoshitdazenzgh"),
    ("Xsux", "akkhithtxneioht"), ("Armn", "axmhy hywrmi"), ("Ital", "ettoscpgnxve"), ("Jpan", "amsja yoi"),
    ("Kali", "ekykvykyu"), ("Lana", "cuukkhnod"), ("Mong", "bxumncmvf"), ("Runr", "nonnrnsxu"), ("Takr", "hiijnascu"),
    ("Tavt", "bltsoatyr"), ("Batk", "btdbtm"), ("Bopo", "hmjhmq"), ("Cakm", "ccptnv"), ("Hang", "jjeokm"),
    ("Hant", "ltcyue"), ("Hmnp", "hnjmww"), ("Java", "osites"), ("Kana", "ainryu"), ("Khar", "pgdpra"),
    ("Lyci", "imyxlc"), ("Mand", "midmyz"), ("Ogam", "pglxpi"), ("Phnx", "obmphn"), ("Samr", "samsmp"),
    ("Sinh", "pi si "), ("Tale", "tddthi"), ("Aghb", "xag"), ("Ahom", "aho"), ("Armi", "arc"), ("Avst", "ae "),
    ("Bali", "kaw"), ("Bamu", "bax"), ("Bass", "bsq"), ("Cari", "xcr"), ("Cham", "cjm"), ("Cher", "chr"),
    ("Chrs", "xco"), ("Copt", "cop"), ("Cprt", "ecy"), ("Egyp", "egy"), ("Elym", "xly"), ("Gong", "wsg"),
    ("Gonm", "esg"), ("Goth", "got"), ("Gran", "oty"), ("Guru", "pa "), ("Hluw", "hlu"), ("Kits", "zkt"),
    ("Kore", "ko "), ("Latf", "gml"), ("Latg", "mga"), ("Lepc", "lep"), ("Lina", "lab"), ("Linb", "gmy"),
    ("Lisu", "lis"), ("Lydi", "xld"), ("Mani", "xmn"), ("Marc", "xzh"), ("Medf", "dmf"), ("Merc", "xmr"),
    ("Modi", "omr"), ("Mroo", "mro"), ("Mtei", "omp"), ("Narb", "xna"), ("Newa", "nwc"), ("Nkoo", "nqo"),
    ("Nshu", "zhx"), ("Olck", "sat"), ("Orkh", "otk"), ("Osge", "osa"), ("Ougr", "oui"), ("Pauc", "ctd"),
    ("Phli", "pal"), ("Prti", "xpr"), ("Rjng", "abl"), ("Rohg", "rhg"), ("Sarb", "xsa"), ("Saur", "saz"),
    ("Sgnw", "ase"), ("Sogd", "sog"), ("Sora", "srb"), ("Soyo", "cmg"), ("Sunu", "suz"), ("Tagb", "tbk"),
    ("Talu", "khb"), ("Tang", "txg"), ("Thaa", "dv "), ("Tnsa", "nst"), ("Toto", "txo"), ("Ugar", "uga"),
    ("Vaii", "vai"), ("Wcho", "nnp"), ("Xpeo", "peo"),
  ]

  /// The script of a language in a region where it is not the usual one.
  static let regions =
    """
    az-IQ=Arab az-IR=Arab ha-CM=Arab ha-SD=Arab kk-AF=Arab kk-CN=Arab kk-IR=Arab kk-MN=Arab ku-LB=Arab ky-CN=Arab \
    ms-CC=Arab pa-PK=Arab tg-PK=Arab uz-AF=Arab az-RU=Cyrl pnt-RU=Cyrl ug-KZ=Cyrl ug-MN=Cyrl uz-CN=Cyrl sd-IN=Deva \
    unr-NP=Deva lzz-GE=Geor yue-CN=Hans hak-TW=Hant nan-TW=Hant zh-AU=Hant zh-BN=Hant zh-GB=Hant zh-GF=Hant \
    zh-HK=Hant zh-ID=Hant zh-MO=Hant zh-PA=Hant zh-PF=Hant zh-PH=Hant zh-SR=Hant zh-TH=Hant zh-TW=Hant zh-US=Hant \
    zh-VN=Hant ky-TR=Latn pnt-TR=Latn sr-ME=Latn sr-RO=Latn sr-TR=Latn mn-CN=Mong
    """

  /// The region in which a language in a script is at home, for the languages with several locales.
  static let homes =
    """
    aa-Latn-ET af-Latn-ZA ar-Arab-EG az-Arab-IR az-Latn-AZ bal-Arab-PK be-Cyrl-BY bgn-Arab-PK bm-Latn-ML bn-Beng-BD \
    bo-Tibt-CN bs-Latn-BA ca-Latn-ES ccp-Cakm-BD ckb-Arab-IQ da-Latn-DK de-Latn-DE ee-Latn-GH el-Grek-GR en-Latn-US \
    en-Shaw-GB es-Latn-ES fa-Arab-IR ff-Adlm-GN ff-Latn-SN fo-Latn-FO fr-Latn-FR ga-Latn-IE gez-Ethi-ET gsw-Latn-CH \
    ha-Latn-NG hi-Deva-IN hnj-Hmng-LA hnj-Hmnp-US hr-Latn-HR it-Latn-IT iu-Cans-CA kaa-Cyrl-UZ kk-Arab-CN kk-Cyrl-KZ \
    ko-Kore-KR kok-Deva-IN kpe-Latn-LR ks-Arab-IN kxv-Latn-IN ln-Latn-CD lrc-Arab-IR mas-Latn-KE mn-Cyrl-MN \
    mn-Mong-CN mni-Beng-IN ms-Latn-MY nb-Latn-NO nds-Latn-DE ne-Deva-NP nl-Latn-NL oc-Latn-FR om-Latn-ET os-Cyrl-GE \
    pa-Arab-PK pa-Guru-IN pap-Latn-CW ps-Arab-AF pt-Latn-BR qu-Latn-PE rhg-Rohg-MM ro-Latn-RO ru-Cyrl-RU sat-Olck-IN \
    sd-Arab-PK sd-Deva-IN sd-Khoj-IN sd-Sind-IN sdh-Arab-IR se-Latn-NO shi-Tfng-MA shn-Mymr-MM sma-Latn-SE \
    smj-Latn-SE so-Latn-SO sq-Latn-AL sr-Cyrl-RS ss-Latn-ZA st-Latn-ZA su-Latn-ID sv-Latn-SE sw-Latn-TZ syr-Syrc-IQ \
    ta-Taml-IN teo-Latn-UG ti-Ethi-ET tn-Latn-ZA tr-Latn-TR ur-Arab-PK uz-Arab-AF uz-Latn-UZ vai-Vaii-LR yo-Latn-NG \
    yrl-Latn-BR yue-Hans-CN yue-Hant-HK zh-Bopo-TW zh-Hanb-TW zh-Hans-CN zh-Hant-TW
    """

  /// The usual language for a deprecated, overlong or encompassed one.
  static let aliases =
    """
    aam=aas aar=aa abk=ab adp=dz afr=af agp=apf ais=ami ajp=apc ajt=aeb aju=jrb aka=ak alb=sq als=sq amh=am ara=ar \
    arb=ar arg=an arm=hy asd=snz asm=as aue=ktz ava=av ave=ae aym=ay ayr=ay ayx=nun aze=az azj=az bak=ba bam=bm \
    baq=eu baz=nvo bcc=bal bcl=bik bel=be ben=bn bgm=bcg bh=bho bhk=fbl bic=bir bih=bho bis=bi bjd=drl bjq=bzc \
    bkb=ebk blg=iba bod=bo bos=bs bre=br btb=beb bul=bg bur=my bxk=luy bxr=bua cat=ca ccq=rki ces=cs cha=ch che=ce \
    chi=zh chu=cu chv=cv cjr=mom cka=cmr cld=syr cls=sa cmk=xch cmn=zh cnr=sr-ME cor=kw cos=co coy=pij cqu=quh cre=cr \
    cwd=cr cym=cy cze=cs daf=dnj dan=da dap=njz deu=de dgo=doi dhd=mwr dik=din diq=zza dit=dif div=dv djl=dze dkl=aqd \
    drh=mn drr=kzk drw=fa-AF dud=uth duj=dwu dut=nl dwl=dbt dzo=dz ekk=et ell=el elp=amq emk=man eng=en epo=eo esk=ik \
    est=et eus=eu ewe=ee fao=fo fas=fa fat=ak fij=fj fin=fi fra=fr fre=fr fry=fy fuc=ff ful=ff gav=dev gaz=om gbc=wny \
    gbo=grb geo=ka ger=de gfx=vaj ggn=gvr ggo=esg ggr=gtu gio=aou gla=gd gle=ga glg=gl gli=kzk glv=gv gno=gon gom=kok \
    gre=el grn=gn gti=nyc gug=gn guj=gu guv=duz gya=gba hat=ht hau=ha hbs=sr-Latn hdn=hai hea=hmn heb=he her=hz \
    him=srx hin=hi hmo=ho hrr=jal hrv=hr hun=hu hye=hy ibi=opa ibo=ig ice=is ido=io iii=ii ike=iu iku=iu ile=ie \
    ill=ilm ilw=gal in=id ina=ia ind=id ipk=ik isl=is ita=it iw=he izi=eza jar=jgk jav=jv jeg=oyb ji=yi jpn=ja jw=jv \
    kal=kl kan=kn kas=ks kat=ka kau=kr kaz=kk kdv=zkd kgc=tdf kgd=ncq kgh=kml kgm=plu khk=mn khm=km kik=ki kin=rw \
    kir=ky kmr=ku knc=kr kng=kg koj=kwv kom=kv kon=kg kor=ko kpp=jkm kpv=kv krm=bmf ktr=dtp kua=kj kur=ku kvs=gdj \
    kwq=yam kxe=tvd kxl=kru kzh=dgl kzj=dtp kzt=dtp lak=ksp lao=lo lat=la lav=lv lbk=bnc leg=enl lii=raq lim=li \
    lin=ln lit=lt llo=ngt lmm=rmx ltz=lb lub=lu lug=lg lvs=lv mac=mk mah=mh mal=ml mao=mi mar=mr may=ms meg=cir \
    mgx=jbk mhr=chm mkd=mk mlg=mg mlt=mt mnk=man mnt=wnn mo=ro mof=xnt mol=ro mon=mn mri=mi msa=ms mst=mry mup=raj \
    mwd=dmw mwj=vaj mya=my myd=aog myt=mry nad=xny nau=na nav=nv nb=no nbf=nru nbl=nr nbx=gll ncp=kdz nde=nd ndo=ng \
    nep=ne nld=nl nln=azd nlr=nrk nno=nn nns=nbr nnx=ngv nob=nb nom=cbr noo=dtd nor=no npi=ne nts=pij nxu=bpp nya=ny \
    oci=oc ojg=oj oji=oj ori=or orm=om ory=or oss=os oun=vaj pan=pa pat=kxr pbu=ps pcr=adx per=fa pes=fa pli=pi \
    plt=mg pmc=huw pmk=crr pmu=phr pnb=lah pol=pl por=pt ppa=bfy ppr=lcq prp=gu prs=fa-AF pry=prt pus=ps puz=pub \
    que=qu quz=qu rmr=emx rmy=rom roh=rm ron=ro rum=ro run=rn rus=ru sag=sg san=sa sap=aqt sca=hle scc=sr scr=hr \
    sgl=isk sh=sr-Latn sin=si skk=oyb slk=sk slo=sk slv=sl smd=kmb sme=se smo=sm sna=sn snb=iba snd=sd som=so sot=st \
    spa=es spy=kln sqi=sq src=sc srd=sc srp=sr ssw=ss sul=sgd sum=ulw sun=su swa=sw swc=sw-CD swe=sv swh=sw szd=umi \
    tah=ty tam=ta tat=tt tdu=dtp tel=te tgg=bjp tgk=tg tgl=fil tha=th thc=tpo thw=ola thx=oyb tib=bo tid=itd tie=ras \
    tir=ti tkk=twm tl=fil tlw=weo tmk=tdg tmp=tyj tne=kak tnf=fa-AF ton=to tpw=tpn tsf=taj tsn=tn tso=ts ttq=tmh \
    tuk=tk tur=tr tw=ak twi=ak uig=ug ukr=uk umu=del unp=wro uok=ema urd=ur uzb=uz uzn=uz ven=ve vie=vi vol=vo wel=cy \
    wgw=wgb wit=nol wiw=nwo wln=wa wol=wo xba=cax xho=xh xia=acn xkh=waw xpe=kpe xrq=dmw xsj=suj xsl=den xss=zko \
    ybd=rki ydd=yi yen=ynq yid=yi yiy=yrm yma=lrr ymt=mtm yor=yo yos=zom yuu=yug zai=zap zha=za zho=zh zir=scv \
    zkb=kjh zsm=ms zul=zu zyb=za
    """

  /// The locale that a locale inherits from, where that is not the one without its last subtag.
  static let parents =
    """
    en-150=en-001 en-AG=en-001 en-AI=en-001 en-AU=en-001 en-BB=en-001 en-BM=en-001 en-BS=en-001 en-BW=en-001 \
    en-BZ=en-001 en-CC=en-001 en-CK=en-001 en-CM=en-001 en-CX=en-001 en-CY=en-001 en-DG=en-001 en-DM=en-001 \
    en-ER=en-001 en-FJ=en-001 en-FK=en-001 en-FM=en-001 en-GB=en-001 en-GD=en-001 en-GG=en-001 en-GH=en-001 \
    en-GI=en-001 en-GM=en-001 en-GS=en-001 en-GY=en-001 en-HK=en-001 en-ID=en-001 en-IE=en-001 en-IL=en-001 \
    en-IM=en-001 en-IN=en-001 en-IO=en-001 en-JE=en-001 en-JM=en-001 en-KE=en-001 en-KI=en-001 en-KN=en-001 \
    en-KY=en-001 en-LC=en-001 en-LR=en-001 en-LS=en-001 en-MG=en-001 en-MO=en-001 en-MS=en-001 en-MT=en-001 \
    en-MU=en-001 en-MV=en-001 en-MW=en-001 en-MY=en-001 en-NA=en-001 en-NF=en-001 en-NG=en-001 en-NR=en-001 \
    en-NU=en-001 en-NZ=en-001 en-PG=en-001 en-PK=en-001 en-PN=en-001 en-PW=en-001 en-RW=en-001 en-SB=en-001 \
    en-SC=en-001 en-SD=en-001 en-SG=en-001 en-SH=en-001 en-SL=en-001 en-SS=en-001 en-SX=en-001 en-SZ=en-001 \
    en-TC=en-001 en-TK=en-001 en-TO=en-001 en-TT=en-001 en-TV=en-001 en-TZ=en-001 en-UG=en-001 en-VC=en-001 \
    en-VG=en-001 en-VU=en-001 en-WS=en-001 en-ZA=en-001 en-ZM=en-001 en-ZW=en-001 en-AT=en-150 en-BE=en-150 \
    en-CH=en-150 en-CZ=en-150 en-DE=en-150 en-DK=en-150 en-ES=en-150 en-FI=en-150 en-FR=en-150 en-HU=en-150 \
    en-IT=en-150 en-NL=en-150 en-NO=en-150 en-PL=en-150 en-PT=en-150 en-RO=en-150 en-SE=en-150 en-SI=en-150 \
    en-SK=en-150 es-AR=es-419 es-BO=es-419 es-BR=es-419 es-BZ=es-419 es-CL=es-419 es-CO=es-419 es-CR=es-419 \
    es-CU=es-419 es-DO=es-419 es-EC=es-419 es-GT=es-419 es-HN=es-419 es-JP=es-419 es-MX=es-419 es-NI=es-419 \
    es-PA=es-419 es-PE=es-419 es-PR=es-419 es-PY=es-419 es-SV=es-419 es-US=es-419 es-UY=es-419 es-VE=es-419 nn=no \
    pt-AO=pt-PT pt-CH=pt-PT pt-CV=pt-PT pt-FR=pt-PT pt-GQ=pt-PT pt-GW=pt-PT pt-LU=pt-PT pt-MO=pt-PT pt-MZ=pt-PT \
    pt-ST=pt-PT pt-TL=pt-PT zh-Hant-MO=zh-Hant-HK
    """

  /// The scripts that are written from right to left.
  static let rightToLeft =
    """
    Adlm Arab Armi Avst Chrs Cprt Elym Gara Hatr Hebr Hung Khar Lydi Mand Mani Mend Merc Mero Narb Nbat Nkoo Orkh \
    Ougr Palm Phli Phlp Phnx Prti Rohg Samr Sarb Sogd Sogo Syrc Thaa Yezi
    """
}
