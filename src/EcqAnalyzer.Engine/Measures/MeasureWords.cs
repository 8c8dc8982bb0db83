using EcqAnalyzer.Engine.Clauses;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Measures;

/// <summary>Groups of words, in dictionary form, that tell what a number counts and what a sentence tells with it.</summary>
internal static class MeasureWords
{
    public static bool IsApproximate(string lemma) => lemma is "nearly" or "almost" or "about" or "around" or "roughly" or "approximately"
        or "over" or "some" or "only" or "just" or "exactly" or "fully" or "well" or "close" or "almost";

    public static bool IsPercent(string lemma) => lemma is "%" or "percent" or "pct" or "percentage";

    /// <summary>Null for what is no currency.</summary>
    public static string? Currency(string lemma) => lemma switch
    {
        "$" or "us$" or "dollar" or "usd" => "dollar",
        "€" or "euro" or "eur" => "euro",
        "£" or "pound sterling" => "pound",
        "cent" => "cent",
        _ => null,
    };

    public static bool IsTime(string lemma) => DaysIn(lemma) > 0;

    /// <summary>How many days a unit of time has; 0 for what is none.</summary>
    public static double DaysIn(string lemma) => lemma switch
    {
        "second" => 1 / 86400.0,
        "minute" => 1 / 1440.0,
        "hour" => 1 / 24.0,
        "day" or "workday" or "night" => 1,
        "week" => 7,
        "month" => 30,
        "year" => 365,
        "decade" => 3650,
        _ => 0,
    };

    public static bool IsPeople(string lemma) =>
        lemma is "staff" or "fte" or "personnel" or "workforce" or "headcount" or "hire" or "soldier" or "sailor" or "marine" or "airman"
            or "firefighter" or "ranger" or "trooper" or "report" or "direct" or "subordinate" or "graduate" or "adult" or "apprentice"
            or "pupil" or "nurse" or "recruit" or "household" or "subscriber" or "passenger" or "survivor" or "beneficiary" or "claimant"
            or "taxpayer" or "evacuee" or "refugee" or "inmate" or "fugitive"
        || SubjectWords.IsPerson(lemma);

    public static bool IsMonth(string lemma) => lemma is "january" or "february" or "march" or "april" or "may" or "june" or "july"
        or "august" or "september" or "october" or "november" or "december" or "jan." or "feb." or "mar." or "apr." or "jun." or "jul."
        or "aug." or "sep." or "sept." or "oct." or "nov." or "dec." or "sept";

    /// <summary>After these a number is a name: Title 5, Phase 2, Form 40.</summary>
    public static bool IsLabel(string lemma) => lemma is "title" or "section" or "phase" or "form" or "chapter" or "part" or "article"
        or "room" or "building" or "region" or "level" or "grade" or "step" or "tier" or "type" or "class" or "version" or "no." or "number"
        or "route" or "highway" or "interstate" or "dock" or "pier" or "order" or "law" or "public law" or "page" or "figure" or "table"
        or "appendix" or "exhibit" or "rule" or "regulation" or "circular" or "directive" or "goal" or "objective" or "item" or "question"
        or "day" or "zone" or "district" or "unit" or "group" or "ward" or "line" or "track" or "flight" or "area" or "category" or "gs"
        or "ecq" or "covid" or "#" or "hall" or "station";

    public static bool IsUp(string lemma) => lemma is "rise" or "increase" or "grow" or "climb" or "raise" or "boost" or "expand" or "gain"
        or "double" or "triple" or "quadruple" or "jump" or "up" or "more" or "high" or "growth" or "improve" or "improvement" or "extend"
        or "surge" or "lift" or "multiply" or "add" or "uptick" or "great" or "fast" or "faster" or "soar" or "widen" or "exceed" or "rebound";

    public static bool IsDown(string lemma) => lemma is "fall" or "drop" or "decline" or "decrease" or "cut" or "reduce" or "reduction"
        or "lower" or "shrink" or "slash" or "shorten" or "trim" or "halve" or "shave" or "dip" or "lose" or "eliminate" or "down"
        or "few" or "fewer" or "less" or "low" or "loss" or "sink" or "slip" or "shed" or "compress" or "curtail" or "slow" or "short"
        or "drive" or "erase" or "narrow" or "minimize";

    public static bool IsSaving(string lemma) => lemma is "save" or "saving" or "savings" or "avoid" or "avoidance" or "recover" or "recoup" or "recovery"
        or "free" or "return" or "earn" or "collect" or "refund" or "repay" or "reclaim" or "net" or "yield";

    public static bool IsBudget(string lemma) => lemma is "budget" or "fund" or "funding" or "appropriation" or "grant" or "portfolio"
        or "contract" or "program" or "account" or "investment" or "operation" or "acquisition" or "project" or "procurement" or "asset"
        or "payroll" or "allocation" or "allotment" or "endowment" or "inventory" or "enterprise" or "business";

    /// <summary>Verbs that tell how big something is that is led or held, not what came about.</summary>
    public static bool IsHolding(string lemma) => lemma is "manage" or "supervise" or "oversee" or "lead" or "direct" or "head" or "employ"
        or "command" or "run" or "serve" or "cover" or "own" or "include" or "have" or "be" or "consist" or "comprise" or "span"
        or "maintain" or "operate" or "administer" or "control" or "contain" or "hold" or "support" or "represent" or "inherit"
        or "execute" or "coordinate" or "staff" or "occupy" or "house" or "join" or "handle" or "process" or "total" or "advise"
        or "govern" or "exercise" or "carry" or "belong" or "report" or "possess" or "encompass";

    public static bool IsAim(string lemma) => lemma is "goal" or "target" or "plan" or "aim" or "hope" or "propose" or "expect" or "seek"
        or "project" or "intend" or "objective" or "limit" or "require" or "requirement" or "request" or "ask" or "order"
        or "cap" or "threshold" or "maximum" or "minimum" or "ceiling" or "need" or "proposal" or "forecast" or "deadline" or "want"
        or "authority" or "authorize" or "schedule" or "promise" or "commit" or "must" or "will" or "would" or "should" or "could";

    public static string Unit(string lemma, MeasureKind kind) => kind switch
    {
        MeasureKind.Percent => "percent",
        MeasureKind.Share => "share",
        MeasureKind.Factor => "factor",
        MeasureKind.Date => "year",
        _ => lemma,
    };
}
