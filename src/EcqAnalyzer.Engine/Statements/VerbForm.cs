using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Statements;

/// <summary>What the verb of a main clause says of when and how, as far as it bears on types.</summary>
internal enum VerbForm
{
    None,
    Past,
    Perfect,
    PastPassive,
    PastOngoing,
    Present,
    PresentPassive,
    Ongoing,
    Modal,
    GerundLine,
    ParticipleLine,
}

internal static class VerbForms
{
    public static VerbForm Of(Clause clause) => clause switch
    {
        { HasVerb: false } or { Form: ClauseForm.Infinitive } => VerbForm.None,
        { Form: ClauseForm.Gerund } => VerbForm.GerundLine,
        { Form: ClauseForm.Participle } => VerbForm.ParticipleLine,
        { Tense: Tense.None or Tense.Future } => VerbForm.Modal,
        { Voice: Voice.Passive } => IsPast(clause) ? VerbForm.PastPassive : VerbForm.PresentPassive,
        _ when clause.Aspect.HasFlag(Aspect.Progressive) => IsPast(clause) ? VerbForm.PastOngoing : VerbForm.Ongoing,
        _ when clause.Aspect.HasFlag(Aspect.Perfect) => VerbForm.Perfect,
        _ => IsPast(clause) ? VerbForm.Past : VerbForm.Present,
    };

    private static bool IsPast(Clause clause) =>
        clause.Tense == Tense.Past || (clause.Voice == Voice.Passive && clause.Aspect.HasFlag(Aspect.Perfect));
}
