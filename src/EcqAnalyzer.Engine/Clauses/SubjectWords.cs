using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Clauses;

/// <summary>Who or what a subject is, by its head noun and the words before it.</summary>
internal static class SubjectWords
{
    /// <summary>How far before a noun "my" or "our" is looked for: "my two newest deputies".</summary>
    private const int Reach = 4;

    public static SubjectKind KindOf(ReadOnlySpan<Token> tokens, int head, string text)
    {
        var token = tokens[head];
        var form = token.Span.Of(text);
        return token.Tag switch
        {
            "EX" => SubjectKind.There,
            "PRP" => OfPronoun(form),
            "NN" or "NNS" or "NNP" or "NNPS" => OfNoun(tokens, head, form, text),
            "WP" => SubjectKind.Person,
            _ => SubjectKind.Thing,
        };
    }

    /// <summary>Words that name when something was: "last year we ..." has "we" for its subject, not the year.</summary>
    public static bool IsTime(Token token) => token.Lemma is "year" or "month" or "week" or "day" or "time" or "today" or "yesterday"
        or "morning" or "night" or "spring" or "summer" or "fall" or "autumn" or "winter" or "quarter" or "moment" or "once"
        or "january" or "february" or "march" or "april" or "june" or "july" or "august" or "september" or "october" or "november"
        or "december" or "monday" or "tuesday" or "wednesday" or "thursday" or "friday" or "saturday" or "sunday" or "tomorrow"
        or "may" or "afternoon" or "evening" or "decade" or "century" or "season";

    private static SubjectKind OfPronoun(ReadOnlySpan<char> form) => form switch
    {
        "I" or "i" => SubjectKind.I,
        "we" or "We" or "WE" => SubjectKind.We,
        "you" or "You" or "YOU" => SubjectKind.You,
        "it" or "It" or "IT" => SubjectKind.Thing,
        _ => SubjectKind.Person,
    };

    private static SubjectKind OfNoun(ReadOnlySpan<Token> tokens, int head, ReadOnlySpan<char> form, string text)
    {
        var lemma = tokens[head].Lemma;
        var isGroup = IsGroup(lemma);
        if ((isGroup || IsPerson(lemma)) && IsOurs(tokens, head, text))
        {
            return SubjectKind.We;
        }

        if (isGroup)
        {
            return SubjectKind.Group;
        }

        if (IsPerson(lemma))
        {
            return SubjectKind.Person;
        }

        // The first word of a sentence has its capital from there; by itself it is no name.
        return tokens[head].Tag is "NNP" or "NNPS" && head > 0 ? OfName(tokens, head, form) : SubjectKind.Thing;
    }

    private static bool IsOurs(ReadOnlySpan<Token> tokens, int head, string text)
    {
        for (var i = head - 1; i >= Math.Max(0, head - Reach); i--)
        {
            if (tokens[i].Tag == "PRP$")
            {
                return tokens[i].Span.Of(text) is "my" or "My" or "our" or "Our" or "MY" or "OUR";
            }

            if (tokens[i].Pos is not ("NOUN" or "ADJ" or "NUM" or "ADV" or "PROPN" or "VERB"))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>A name in capitals is an office (EPA); a single name or one with a title is a person.</summary>
    private static SubjectKind OfName(ReadOnlySpan<Token> tokens, int head, ReadOnlySpan<char> form)
    {
        if (form.Length > 1 && !form.ContainsAnyInRange('a', 'z'))
        {
            return SubjectKind.Group;
        }

        for (var i = head - 1; i >= 0 && tokens[i].Tag is "NNP" or "NNPS" or "IN" or "CC" or "DT"; i--)
        {
            if (tokens[i].Tag == "DT")
            {
                return SubjectKind.Group;
            }
        }

        return tokens[head].Tag == "NNPS" ? SubjectKind.Group : SubjectKind.Person;
    }

    public static bool IsGroup(string lemma) => lemma is "team" or "group" or "office" or "unit" or "division" or "branch" or "crew"
        or "directorate" or "section" or "department" or "agency" or "bureau" or "organization" or "board" or "committee" or "council"
        or "commission" or "congress" or "senate" or "house" or "union" or "administration" or "company" or "court" or "service"
        or "corps" or "center" or "institute" or "university" or "school" or "ministry" or "command" or "panel" or "coalition"
        or "county" or "city" or "town" or "state" or "government" or "legislature" or "laboratory" or "lab" or "vendor" or "association"
        or "force" or "contractor" or "district" or "region" or "hospital" or "authority" or "staff" or "workforce" or "leadership" or "subcommittee" or "chamber" or "shop" or "headquarters" or "depot" or "library" or "museum"
        or "bank" or "tribe" or "clinic" or "firm" or "mission" or "embassy" or "consulate" or "battalion" or "squadron" or "fleet"
        or "brigade" or "wing" or "regiment" or "platoon" or "academy" or "foundation" or "partnership" or "consortium" or "jury"
        or "club" or "church" or "fund" or "secretariat" or "directorate" or "precinct" or "legion" or "pharmacy" or "lodge";

    public static bool IsPerson(string lemma) => lemma is "people" or "person" or "employee" or "analyst" or "supervisor" or "manager"
        or "deputy" or "engineer" or "colleague" or "partner" or "director" or "chief" or "leader" or "officer" or "inspector"
        or "clerk" or "judge" or "lawyer" or "attorney" or "auditor" or "scientist" or "researcher" or "nurse" or "doctor" or "physician"
        or "teacher" or "worker" or "secretary" or "administrator" or "commissioner" or "governor" or "mayor" or "senator" or "member"
        or "customer" or "client" or "citizen" or "resident" or "veteran" or "farmer" or "user" or "applicant" or "candidate"
        or "president" or "executive" or "head" or "boss" or "counsel" or "specialist" or "technician" or "trainee" or "intern"
        or "volunteer" or "successor" or "predecessor" or "man" or "woman" or "official" or "examiner" or "planner" or "captain"
        or "colonel" or "general" or "sergeant" or "lieutenant" or "driver" or "pilot" or "operator" or "programmer" or "accountant"
        or "incumbent" or "foreman" or "mechanic" or "assistant" or "student" or "patient" or "family" or "somebody" or "someone"
        or "mother" or "father" or "child" or "owner" or "author" or "professor" or "minister"
        or "steward" or "representative" or "negotiator" or "buyer" or "superintendent" or "dispatcher" or "adjudicator" or "coordinator"
        or "sheriff" or "postdoc" or "instructor" or "trainer" or "rider" or "grower" or "fisherman" or "guard" or "warden" or "controller"
        or "machinist" or "carrier" or "developer" or "editor" or "reporter" or "curator" or "librarian" or "comptroller" or "treasurer"
        or "trustee" or "delegate" or "ambassador" or "consul" or "chair" or "chairman" or "chairwoman" or "peer" or "mentor" or "fellow"
        or "cadet" or "recruit" or "graduate" or "neighbor" or "landowner" or "rancher" or "visitor" or "caller" or "taxpayer"
        or "supplier" or "soldier" or "sailor" or "marine" or "trooper" or "ranger" or "firefighter" or "electrician" or "expert"
        or "negotiators" or "physicist" or "chemist" or "economist" or "historian" or "photographer" or "designer" or "carpenter"
        or "nurse" or "parent" or "voter" or "skeptic" or "critic" or "congressman" or "congresswoman" or "councilman" or "wife"
        or "husband" or "friend" or "writer" or "reviewer" or "investigator" or "prosecutor" or "defendant" or "tenant";
}
