using System.Collections.Immutable;
using EcqAnalyzer.Engine.Language;

namespace EcqAnalyzer.Training;

/// <summary>Forms of English that no rule gives: facts of the language, written down for this program. Treebanks hold the
/// frequent ones; drafts use rarer ones too (oversee, undertake).</summary>
internal static class IrregularForms
{
    /// <summary>Base, past, participle.</summary>
    private const string Verbs = """
        arise arose arisen,awake awoke awoken,bear bore borne,beat beat beaten,become became become,begin began begun,
        bend bent bent,bet bet bet,bid bid bid,bind bound bound,bleed bled bled,blow blew blown,break broke broken,
        breed bred bred,bring brought brought,broadcast broadcast broadcast,build built built,burst burst burst,buy bought bought,
        cast cast cast,catch caught caught,choose chose chosen,cling clung clung,come came come,cost cost cost,creep crept crept,
        cut cut cut,deal dealt dealt,dig dug dug,do did done,draw drew drawn,drink drank drunk,drive drove driven,eat ate eaten,
        fall fell fallen,feed fed fed,feel felt felt,fight fought fought,find found found,flee fled fled,fling flung flung,fly flew flown,
        forbid forbade forbidden,forecast forecast forecast,foresee foresaw foreseen,forget forgot forgotten,
        forgive forgave forgiven,forgo forwent forgone,freeze froze frozen,get got gotten,give gave given,go went gone,grind ground ground,
        grow grew grown,hang hung hung,have had had,hear heard heard,hide hid hidden,hit hit hit,hold held held,hurt hurt hurt,
        keep kept kept,know knew known,lay laid laid,lead led led,leave left left,lend lent lent,let let let,light lit lit,lose lost lost,
        make made made,mean meant meant,meet met met,offset offset offset,oversee oversaw overseen,pay paid paid,prove proved proven,
        put put put,quit quit quit,read read read,ride rode ridden,ring rang rung,rise rose risen,run ran run,say said said,see saw seen,
        seek sought sought,sell sold sold,send sent sent,set set set,shake shook shaken,shed shed shed,shine shone shone,
        shoot shot shot,show showed shown,shrink shrank shrunk,shut shut shut,sing sang sung,sink sank sunk,sit sat sat,
        sleep slept slept,slide slid slid,speak spoke spoken,speed sped sped,spend spent spent,spin spun spun,split split split,
        spread spread spread,spring sprang sprung,stand stood stood,steal stole stolen,stick stuck stuck,sting stung stung,
        stride strode stridden,strike struck struck,strive strove striven,swear swore sworn,sweep swept swept,swell swelled swollen,
        swim swam swum,swing swung swung,take took taken,teach taught taught,tear tore torn,tell told told,think thought thought,
        thrive thrived thriven,throw threw thrown,thrust thrust thrust,undergo underwent undergone,understand understood understood,
        undertake undertook undertaken,undo undid undone,uphold upheld upheld,wake woke woken,wear wore worn,weave wove woven,
        win won won,wind wound wound,withdraw withdrew withdrawn,withhold withheld withheld,withstand withstood withstood,
        wring wrung wrung,write wrote written,rewrite rewrote rewritten,rebuild rebuilt rebuilt,remake remade remade,
        retake retook retaken,rethink rethought rethought,retell retold retold,reset reset reset,overcome overcame overcome,
        override overrode overridden,overtake overtook overtaken,outgrow outgrew outgrown,mistake mistook mistaken
        """;

    private const string Nouns = """
        child children,foot feet,tooth teeth,man men,woman women,mouse mice,goose geese,person persons,half halves,life lives,knife knives,
        wife wives,shelf shelves,wolf wolves,thief thieves,leaf leaves,self selves,loaf loaves,calf calves,scarf scarves,
        analysis analyses,crisis crises,hypothesis hypotheses,thesis theses,synthesis syntheses,diagnosis diagnoses,basis bases,
        emphasis emphases,axis axes,parenthesis parentheses,criterion criteria,phenomenon phenomena,medium media,memorandum memoranda,
        addendum addenda,erratum errata,curriculum curricula,stratum strata,referendum referenda,
        appendix appendices,index indices,matrix matrices,vertex vertices,alumnus alumni,stimulus stimuli,nucleus nuclei,
        movie movies,cookie cookies,rookie rookies,calorie calories,prairie prairies,zombie zombies,shoe shoes,toe toes,canoe canoes,
        headquarters headquarters,series series,species species,means means,news news,thanks thanks,goods goods,savings savings,
        proceedings proceedings,politics politics,economics economics,mathematics mathematics,physics physics,ethics ethics,
        logistics logistics,analytics analytics,robotics robotics,electronics electronics,genetics genetics,athletics athletics,
        forensics forensics,optics optics,acoustics acoustics,earnings earnings,premises premises,whereabouts whereabouts
        """;

    private const string Degrees = "good better best,bad worse worst,far further furthest,late later latest";

    public static ImmutableArray<(string Base, string Past, string Participle)> AllVerbs { get; } =
        [.. Entries(Verbs).Select(forms => (forms[0], forms[1], forms[2]))];

    public static IEnumerable<LemmaException> All()
    {
        foreach (var (lemma, past, participle) in AllVerbs)
        {
            yield return new LemmaException(past, "VBD", lemma);
            yield return new LemmaException(participle, "VBN", lemma);
        }

        foreach (var forms in Entries(Nouns))
        {
            yield return new LemmaException(forms[1], "NNS", forms[0]);
        }

        foreach (var forms in Entries(Degrees))
        {
            yield return new LemmaException(forms[1], "JJR", forms[0]);
            yield return new LemmaException(forms[2], "JJS", forms[0]);
        }
    }

    private static IEnumerable<string[]> Entries(string text) => text
        .Split(',', StringSplitOptions.RemoveEmptyEntries)
        .Select(entry => entry.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
        .Where(forms => forms.Length > 0);
}
